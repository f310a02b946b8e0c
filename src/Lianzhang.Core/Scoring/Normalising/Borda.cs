using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Normalising;

/// <summary>
/// Borda points: rank − 1 with the rank from below, which is how many are worse. Range 0 to n − 1; those that are equal share the lowest
/// (or by average the mean) of their places; missing stays missing. Source: OECD/JRC Handbook (2008), step 6; COINr n_borda.
/// </summary>
public sealed record Borda(
    string Step,
    [property: Description("What those share that are equal.")] Ties Ties = Ties.Competition,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column) => [.. RankScore.FromBelow(column, Ties).Select(rank => rank - 1)];
}
