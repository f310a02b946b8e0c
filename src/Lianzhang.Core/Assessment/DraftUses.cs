using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring;

namespace Lianzhang.Core.Assessment;

/// <summary>What a plan says is to follow for somebody.</summary>
public sealed record DraftedUse(string Member, AssessmentUse Use);

/// <summary>Finds for whom what follows from ranks and grades.</summary>
public static class DraftUses
{
    /// <summary>By the order of the plan, the best first. Who shares the last rank that counts is among them; who has no score never is.</summary>
    public static IReadOnlyList<DraftedUse> Of(AssessmentResult result) =>
    [
        .. from use in result.Plan.Uses ?? []
           from @group in result.Scores.Units.Where(unit => unit.Rank is not null).GroupBy(unit => unit.Group)
           from unit in Met(use, [.. @group.OrderBy(unit => unit.Rank)])
           select new DraftedUse(unit.Unit, use),
    ];

    private static IEnumerable<UnitScore> Met(AssessmentUse use, IReadOnlyList<UnitScore> ranked) => use switch
    {
        { First: { } first } => ranked.Where(unit => unit.Rank <= first),
        { Last: { } last } => ranked.Where(unit => unit.Rank >= ranked[Math.Max(0, ranked.Count - last)].Rank),
        _ => ranked.Where(unit => unit.Class == use.Grade),
    };
}
