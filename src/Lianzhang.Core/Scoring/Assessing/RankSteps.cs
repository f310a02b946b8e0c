using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// Points by rank: full × max(floor, 100 − less × (rank − 1)) / 100, rank 1 for the best of the unit's own group where groups are ranked
/// apart. Those that are equal share a rank, by competition 1, 2, 2, 4. Only the order counts; missing stays missing.
/// Source: county assessments, "first 100 %, then −5 % each".
/// </summary>
public sealed record RankSteps(
    string Step,
    [property: Description("Points of the first.")] double Full = 100,
    [property: Description("Per cent of them less with every rank.")] double Less = 5,
    [property: Description("The least per cent.")] double Floor = 0,
    [property: Description("Which rank those share that are equal.")] Ties Ties = Ties.Competition,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column) => Of(column, Full, Less, Floor, Ties);

    internal static double?[] Of(ColumnInput column, double full, double less, double floor, Ties ties) =>
        [.. Ranking.Of(column.Values, column.Direction, ties, column.State.RankGroups).Select(rank => rank is { } place
            ? (double?)(full * Math.Max(floor, 100 - (less * (place - 1))) / 100)
            : null)];
}
