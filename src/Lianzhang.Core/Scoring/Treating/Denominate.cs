namespace Lianzhang.Core.Scoring.Treating;

/// <summary>
/// Divides an indicator by another column of the data: x / denominator × scale, for indicators that name a <c>denominator</c>; the others
/// stay as they are. Missing where either is missing; a denominator of zero is refused.
/// Source: COINr Denominate (whose ScaleFactor divides the denominator, which is the same as multiplying the quotient).
/// </summary>
public sealed record Denominate(string Step, IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override double?[] Apply(ColumnInput column)
    {
        if (column.Indicator.Denominator is not { } name)
            return [.. column.Values];
        var denominators = column.Other(name, "denominator");
        return [.. column.Values.Select((value, row) => denominators[row] is 0
            ? throw column.Refuse(row, ($"分母 {name} 为零", $"its denominator {name} is zero"))
            : value / denominators[row] * column.Indicator.Scale)];
    }
}
