using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// A part for the target, the rest by rank: target_points where the indicator's <c>target</c> is reached, else none, plus rank_points in steps
/// as <see cref="RankSteps"/> gives them. Those that are equal get equal points; missing stays missing. Source: county assessments, mixed rule.
/// </summary>
public sealed record TargetAndRank(
    string Step,
    [property: Description("Points where the target is reached.")] double TargetPoints = 60,
    [property: Description("Points of the first by rank.")] double RankPoints = 40,
    [property: Description("Per cent of the points by rank less with every rank.")] double Less = 5,
    [property: Description("The least per cent of the points by rank.")] double Floor = 0,
    [property: Description("Which rank those share that are equal.")] Ties Ties = Ties.Competition,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        var byRank = RankSteps.Of(column, RankPoints, Less, Floor, Ties);
        return [.. column.Values.Select((value, row) => value is { } there ? (TargetReached.IsReached(column, there) ? TargetPoints : 0) + byRank[row] : null)];
    }
}
