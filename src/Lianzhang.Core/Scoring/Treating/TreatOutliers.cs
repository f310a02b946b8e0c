using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Treating;

/// <summary>
/// Treats a column whose skewness and kurtosis both reach their thresholds. First the outermost value is set to its neighbour, at the
/// upper end where the skewness is not negative and else at the lower, again and again until the column passes or <c>most</c> points were
/// moved (values that are equal move together and count each); where that does not do, the original values are taken by
/// <see cref="LogScaled"/> instead. A column passes when |skewness| &lt; skewness or kurtosis &lt; kurtosis, by the sample formulas (type 2,
/// excess kurtosis). Columns with fewer than four values, or with equal ones alone, stay as they are; missing stays missing.
/// Source: COINr Treat with its defaults.
/// </summary>
public sealed record TreatOutliers(
    string Step,
    [property: Description("The skewness that a column must reach, whatever its sign.")] double Skewness = 2,
    [property: Description("The excess kurtosis that it must reach as well.")] double Kurtosis = 3.5,
    [property: Description("The most points that are moved.")] int Most = 5,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override double?[] Apply(ColumnInput column)
    {
        if (Passes(column.Values))
            return [.. column.Values];
        var moved = Move(column.Values);
        return Passes(moved) ? moved : LogScaled.Of(column.Values);
    }

    private bool Passes(IReadOnlyList<double?> values)
    {
        var present = Statistics.Present(values);
        return present.Length < 4 || present.Min() == present.Max()
            || Math.Abs(Statistics.Skewness(present)) < Skewness || Statistics.Kurtosis(present) < Kurtosis;
    }

    private double?[] Move(IReadOnlyList<double?> original)
    {
        double?[] values = [.. original];
        var (high, low) = (0, 0);
        while (!Passes(values) && high + low < Most)
        {
            var present = Statistics.Present(values);
            if (Statistics.Skewness(present) >= 0)
                high = MoveAll(values, present.Max(), present.Where(value => value < present.Max()).Max());
            else
                low = MoveAll(values, present.Min(), present.Where(value => value > present.Min()).Min());
        }

        return values;
    }

    // Those that were moved before equal the outermost by now and are counted again with it.
    private static int MoveAll(double?[] values, double from, double to)
    {
        var count = 0;
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] == from)
                (values[row], count) = (to, count + 1);
        }

        return count;
    }
}
