using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Normalising;

/// <summary>
/// The way from one goalpost to the other: (x − low) / (high − low) × scale, with the indicator's own <c>low</c> and <c>high</c>; where less
/// is better, (high − x) / (high − low) × scale. What lies beyond the goalposts is brought to them unless <c>truncate</c> is false.
/// Range [0, scale] when truncated; missing stays missing. Source: UNDP Human Development Index; COINr n_goalposts.
/// </summary>
public sealed record Goalposts(
    string Step,
    [property: Description("The score at the better goalpost.")] double Scale = 1,
    [property: Description("Whether what lies beyond a goalpost is brought to it.")] bool Truncate = true,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        var (low, high) = (column.Need(column.Indicator.Low, "low"), column.Need(column.Indicator.High, "high"));
        if (low >= high)
            throw new ScoringException(($"指标 {column.Code} 的 low 须小于 high", $"low of {column.Code} must be below its high"));
        var (from, to) = column.Sign > 0 ? (low, high) : (high, low);
        return column.Map(value =>
        {
            var way = (value - from) / (to - from);
            return (Truncate ? Math.Clamp(way, 0, 1) : way) * Scale;
        });
    }
}
