using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Normalising;

/// <summary>
/// Z-score: mean + (x − m) / s × deviation, of x turned by its direction, with m the mean and s the deviation of the sample (n − 1).
/// Range without bounds; equal values get equal scores; missing stays missing.
/// Source: OECD/JRC Handbook (2008), step 5; COINr n_zscore.
/// </summary>
public sealed record ZScore(
    string Step,
    [property: Description("The mean of the scores.")] double Mean = 0,
    [property: Description("Their deviation.")] double Deviation = 1,
    [property: Description("What becomes of a column whose values are all equal; any score that it gets is the mean.")] ConstantColumn Constant = ConstantColumn.Refuse,
    [property: Description("Whether the deviation divides by n instead of n − 1.")] bool Population = false,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        if (column.IsConstant())
            return Constant.Score(column, Mean, Mean);
        var values = column.Turned();
        var centre = Statistics.Mean(values);
        var spread = Statistics.Deviation(values) * (Population ? Math.Sqrt((values.Length - 1.0) / values.Length) : 1);
        return column.Map(value => (((value * column.Sign) - centre) / spread * Deviation) + Mean);
    }
}
