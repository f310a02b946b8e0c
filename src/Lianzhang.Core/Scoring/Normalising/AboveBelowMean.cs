using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Normalising;

/// <summary>
/// Clearly above, about at, or clearly below the mean: 1 where x / mean &gt; 1 + margin, −1 where x / mean &lt; 1 − margin, else 0; turned
/// where less is better. Missing stays missing; a mean of zero is refused. Source: OECD/JRC Handbook (2008), step 5.
/// </summary>
public sealed record AboveBelowMean(
    string Step,
    [property: Description("How far about the mean counts as at it.")] double Margin = 0.2,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        if (Statistics.Present(column.Values) is not { Length: > 0 } present)
            return [.. column.Values];
        var mean = Statistics.Mean(present);
        if (mean == 0)
            throw new ScoringException(($"列 {column.Code} 的平均值为零", $"the mean of {column.Code} is zero"));
        return column.Map(value => (value / mean) switch
        {
            var ratio when ratio > 1 + Margin => column.Sign,
            var ratio when ratio < 1 - Margin => -column.Sign,
            _ => 0.0,
        });
    }
}
