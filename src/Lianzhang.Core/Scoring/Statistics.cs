namespace Lianzhang.Core.Scoring;

/// <summary>Figures about a column. Missing values are left out; deviations are those of a sample (n − 1).</summary>
internal static class Statistics
{
    public static double[] Present(IEnumerable<double?> values) => [.. values.OfType<double>()];

    public static double Mean(IReadOnlyCollection<double> values) => values.Sum() / values.Count;

    public static double Deviation(IReadOnlyCollection<double> values)
    {
        var mean = Mean(values);
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }

    /// <summary>The value below which a share lies, between two values on a straight line (type 7 of Hyndman and Fan, as R and Excel have it).</summary>
    public static double Quantile(IReadOnlyCollection<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        var place = (sorted.Length - 1) * share;
        var below = (int)Math.Floor(place);
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[^1];
    }

    public static double Median(IReadOnlyCollection<double> values) => Quantile(values, 0.5);

    /// <summary>Sample skewness G1 (type 2 of Joanes and Gill, as in Excel); of three values at least that are not all equal.</summary>
    public static double Skewness(IReadOnlyCollection<double> values)
    {
        double n = values.Count;
        var (second, third, _) = Moments(values);
        return Math.Sqrt(n) * third / Math.Pow(second, 1.5) * Math.Sqrt(n * (n - 1)) / (n - 2);
    }

    /// <summary>Sample excess kurtosis G2 (type 2); of four values at least that are not all equal.</summary>
    public static double Kurtosis(IReadOnlyCollection<double> values)
    {
        double n = values.Count;
        var (second, _, fourth) = Moments(values);
        return (((n + 1) * ((n * fourth / (second * second)) - 3)) + 6) * (n - 1) / ((n - 2) * (n - 3));
    }

    /// <summary>Pearson's correlation over the rows where both are there; 0 where one of them does not vary.</summary>
    public static double Correlation(IReadOnlyList<double?> left, IReadOnlyList<double?> right)
    {
        var both = Enumerable.Range(0, left.Count).Where(row => left[row] is not null && right[row] is not null).ToList();
        if (both.Count < 2)
            return 0;
        var (meanLeft, meanRight) = (both.Average(row => left[row]!.Value), both.Average(row => right[row]!.Value));
        var (product, squareLeft, squareRight) = (0.0, 0.0, 0.0);
        foreach (var row in both)
        {
            var (x, y) = (left[row]!.Value - meanLeft, right[row]!.Value - meanRight);
            (product, squareLeft, squareRight) = (product + (x * y), squareLeft + (x * x), squareRight + (y * y));
        }

        return squareLeft == 0 || squareRight == 0 ? 0 : product / Math.Sqrt(squareLeft * squareRight);
    }

    // Sums of powers of the distances from the mean.
    private static (double Second, double Third, double Fourth) Moments(IReadOnlyCollection<double> values)
    {
        var mean = Mean(values);
        return (values.Sum(value => Math.Pow(value - mean, 2)), values.Sum(value => Math.Pow(value - mean, 3)), values.Sum(value => Math.Pow(value - mean, 4)));
    }
}
