using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Normalising;

/// <summary>
/// How near to the best: 1 − (best − x) / (best − worst), of x turned by its direction. Range [0, 1]; missing stays missing.
/// Source: COINr n_dist2max.
/// </summary>
public sealed record DistanceToMaximum(
    string Step,
    [property: Description("What becomes of a column whose values are all equal.")] ConstantColumn Constant = ConstantColumn.Refuse,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override double?[] Apply(ColumnInput column)
    {
        if (column.IsConstant())
            return Constant.Score(column, 0, 1);
        var (worst, best) = (column.Turned().Min(), column.Turned().Max());
        return column.Map(value => 1 - ((best - (value * column.Sign)) / (best - worst)));
    }
}
