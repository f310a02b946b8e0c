namespace Lianzhang.Core.Scoring.Treating;

/// <summary>
/// The logarithm shifted by a hundredth of the range: ln(x − min + 0.01 × (max − min)), which takes values of any sign. Keeps the order of
/// the values; missing stays missing; a column whose values are all equal stays as it is. Source: COINr log_CT.
/// </summary>
public sealed record LogScaled(string Step, IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    private const double ShareOfRange = 0.01;

    internal override double?[] Apply(ColumnInput column) => Of(column.Values);

    internal static double?[] Of(IReadOnlyList<double?> values)
    {
        var present = Statistics.Present(values);
        if (present.Length == 0 || present.Min() == present.Max())
            return [.. values];
        var (least, most) = (present.Min(), present.Max());
        return [.. values.Select(value => value is { } there ? (double?)Math.Log(there - least + (ShareOfRange * (most - least))) : null)];
    }
}
