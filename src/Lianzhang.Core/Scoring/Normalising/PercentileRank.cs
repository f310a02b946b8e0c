using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Normalising;

/// <summary>
/// The share of the others that are worse: (rank − 1) / (n − 1) × upper, with the rank from below. Range [0, upper]; those that are equal
/// share it; a single value gets upper; missing stays missing and is not counted in n. Source: COINr n_prank.
/// </summary>
public sealed record PercentileRank(
    string Step,
    [property: Description("The score of the best.")] double Upper = 1,
    [property: Description("What those share that are equal.")] Ties Ties = Ties.Competition,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        var count = column.Turned().Length;
        return [.. RankScore.FromBelow(column, Ties).Select(rank => count == 1 ? (rank is null ? null : Upper) : (rank - 1) / (count - 1) * Upper)];
    }
}
