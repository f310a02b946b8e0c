using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring;

namespace Lianzhang.Core.Assessment;

/// <summary>A figure that is another one than before.</summary>
public sealed record ChangedFigure(string Column, decimal? Before, decimal? After, string Source);

/// <summary>A part of a score that is another one than before.</summary>
/// <param name="Code">The indicator or counted column.</param>
/// <param name="Before">Its own score of the first, or how often it occurred.</param>
/// <param name="After">The same of the second.</param>
/// <param name="Points">By how many points it moved the whole score; null where that is not known, since the method does not add up or the part was missing.</param>
public sealed record MovedPart(string Code, double? Before, double? After, double? Points);

/// <summary>How somebody came out twice.</summary>
/// <param name="Code">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Group">The group.</param>
/// <param name="ScoreBefore">The score of the first; null where it has none.</param>
/// <param name="ScoreAfter">The score of the second.</param>
/// <param name="RankBefore">The rank of the first.</param>
/// <param name="RankAfter">The rank of the second.</param>
/// <param name="Figures">The own figures that differ. Where there are none and the rank has moved, others moved, or the rules did.</param>
/// <param name="Parts">The parts of the score that differ, those first that moved it most.</param>
public sealed record ComparedMember(
    string Code, string Name, string Group, double? ScoreBefore, double? ScoreAfter, double? RankBefore, double? RankAfter, IReadOnlyList<ChangedFigure> Figures, IReadOnlyList<MovedPart> Parts)
{
    /// <summary>By how many places it has moved, up where that is above zero.</summary>
    public double? Places => RankBefore - RankAfter;

    /// <summary>By how much the score has moved.</summary>
    public double? Moved => ScoreAfter - ScoreBefore;

    /// <summary>What of that its parts do not account for, such as a cap; null where there is none, or what a part moved is not known.</summary>
    public double? Rest => Ranking.Round(Moved - Parts.Aggregate((double?)0, (sum, part) => sum + part.Points)) is { } rest and not 0 ? rest : null;
}

/// <summary>How much a part of the score differs over all who were scored twice.</summary>
/// <param name="Code">The indicator or counted column.</param>
/// <param name="Score">By how much its own score, or how often it occurred, is another one on average, up or down; null where nobody has it twice.</param>
/// <param name="Points">By how many points of the whole score on average, up or down; null where that is not known.</param>
public sealed record MovedIndicator(string Code, double? Score, double? Points);

/// <summary>Two assessments side by side.</summary>
/// <param name="Members">Those of the second, then those that only the first has.</param>
/// <param name="Indicators">The parts of scores, those first that moved most.</param>
/// <param name="Rules">What is another way in the plan.</param>
public sealed record AssessmentComparison(IReadOnlyList<ComparedMember> Members, IReadOnlyList<MovedIndicator> Indicators, IReadOnlyList<ProgrammeChange> Rules)
{
    public bool SameRules => Rules.Count == 0;
}

/// <summary>Says what changed from one assessment to another, and why ranks moved.</summary>
public static class CompareAssessments
{
    public static AssessmentComparison Of(AssessmentSheet before, AssessmentResult was, AssessmentSheet after, AssessmentResult now)
    {
        var members = from row in after.Rows.Concat(before.Rows.Where(row => after.Find(row.Code) is null))
                      let score = after.Find(row.Code) is null ? null : now.Of(row.Code)
                      let earlier = before.Find(row.Code)
                      let earlierScore = earlier is null ? null : was.Of(row.Code)
                      orderby row.Group, score?.Rank ?? double.MaxValue
                      select new ComparedMember(row.Code, row.Name, row.Group, earlierScore?.Score, score?.Score, earlierScore?.Rank, score?.Rank, Changed(earlier, row), Moved(earlierScore, score));
        IReadOnlyList<ComparedMember> all = [.. members];
        return new AssessmentComparison(all, Indicators([.. all.Where(member => member.Moved is not null)]), ComparePlans.Of(was.Plan, now.Plan));
    }

    private static IReadOnlyList<ChangedFigure> Changed(AssessedRow? before, AssessedRow after) => before is null || before == after ? [] :
    [
        .. from value in after.Values
           let earlier = before.Find(value.Column)
           where earlier?.Value != value.Value
           select new ChangedFigure(value.Column, earlier?.Value, value.Value, value.Source),
    ];

    private static IReadOnlyList<MovedPart> Moved(UnitScore? before, UnitScore? after)
    {
        if (before?.Score is null || after?.Score is null)
            return [];
        var (then, now) = (WholePoints.Of(before).ToDictionary(part => part.Code), WholePoints.Of(after).ToDictionary(part => part.Code));
        var moved = from code in now.Keys.Union(then.Keys)
                    let was = then.GetValueOrDefault(code) ?? now[code].Absent
                    let part = now.GetValueOrDefault(code) ?? was.Absent
                    let points = Ranking.Round(part.Points - was.Points)
                    where Ranking.Round(was.Value) != Ranking.Round(part.Value) || points is not (null or 0)
                    orderby Math.Abs(points ?? 0) descending, code
                    select new MovedPart(code, was.Value, part.Value, points);
        return [.. moved];
    }

    private static IReadOnlyList<MovedIndicator> Indicators(IReadOnlyList<ComparedMember> twice)
    {
        var moved = from part in twice.SelectMany(member => member.Parts)
                    group part by part.Code into same
                    let points = same.All(part => part.Points is null) ? (double?)null : same.Sum(part => Math.Abs(part.Points ?? 0)) / twice.Count
                    let score = same.All(part => Shift(part) is null) ? null : same.Sum(Shift) / twice.Count
                    orderby points ?? 0 descending, score descending, same.Key
                    select new MovedIndicator(same.Key, score, points);
        return [.. moved];
    }

    private static double? Shift(MovedPart part) => part is { Before: { } before, After: { } after } ? Math.Abs(after - before) : null;
}
