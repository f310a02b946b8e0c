using System.ComponentModel;
using Lianzhang.Core.Judgement;

namespace Lianzhang.Core.Scoring.Normalising;

/// <summary>
/// The rank from below: 1 for the worst, n for the best of n values, so that more is better. With ties of competition those that are equal
/// share the lowest of their places. Missing stays missing. Source: OECD/JRC Handbook (2008), step 5; COINr n_rank (ties "min").
/// </summary>
public sealed record RankScore(
    string Step,
    [property: Description("What those share that are equal.")] Ties Ties = Ties.Competition,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column) => FromBelow(column, Ties);

    internal static double?[] FromBelow(ColumnInput column, Ties ties) =>
        Ranking.Of(column.Values, column.Direction == Direction.Down ? Direction.Up : Direction.Down, ties);
}
