using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Normalising;

/// <summary>
/// How near to the indicator's <c>target</c>: 1 − (target − x) / (target − worst), of x and target turned by the direction. The worst gets 0
/// and who reaches the target 1, more beyond it unless capped; missing stays missing; a target that is not better than the worst is refused.
/// Source: COINr n_dist2targ.
/// </summary>
public sealed record DistanceToTarget(
    string Step,
    [property: Description("Whether what is beyond the target gets no more than 1.")] bool Cap = false,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        if (column.Turned() is not { Length: > 0 } present)
            return [.. column.Values];
        var target = column.Need(column.Indicator.Target, "target") * column.Sign;
        var worst = present.Min();
        if (target <= worst)
            throw new ScoringException(($"指标 {column.Code} 的目标不优于最差值，无法衡量距离", $"the target of {column.Code} is no better than its worst value, so that there is no distance to measure"));
        return column.Map(value =>
        {
            var near = 1 - ((target - (value * column.Sign)) / (target - worst));
            return Cap ? Math.Min(near, 1) : near;
        });
    }
}
