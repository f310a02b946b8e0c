using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// Takes points from a score: max(floor, score + Σ times × points), with negative points, and no more than <c>most</c> taken off. A count that is
/// missing is no occurrence; a missing score stays missing. Source: county assessments and supervision rules (a letter −1, a red order −2).
/// </summary>
public sealed record Deduction(
    string Step,
    IReadOnlyList<CountRule> Counts,
    [property: Description("The most points that are taken off.")] double? Most = null,
    [property: Description("The score below which nothing is taken off.")] double Floor = 0,
    string? Column = null) : AdjustingStep(Step, Counts, Column)
{
    internal override double Change(double score, double counted)
    {
        var taken = Math.Max(counted, -(Most ?? double.PositiveInfinity));
        return Math.Max(taken, Math.Min(0, Floor - score));
    }
}
