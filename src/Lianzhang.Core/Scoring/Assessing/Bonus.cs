using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// Adds points to a score: score + min(Σ times × points, most, cap_share × base), with the base given or else the score before. A count that is
/// missing is no occurrence; a missing score stays missing. Source: county assessments, "bonus capped at a share of the base".
/// </summary>
public sealed record Bonus(
    string Step,
    IReadOnlyList<CountRule> Counts,
    [property: Description("The largest share of the base that can be added.")] double? CapShare = null,
    [property: Description("The base; the score before the bonus if left out.")] double? Base = null,
    [property: Description("The most points that can be added.")] double? Most = null,
    string? Column = null) : AdjustingStep(Step, Counts, Column)
{
    internal override double Change(double score, double counted) =>
        Math.Min(counted, Math.Max(0, Math.Min(Most ?? double.PositiveInfinity, CapShare * (Base ?? score) ?? double.PositiveInfinity)));
}
