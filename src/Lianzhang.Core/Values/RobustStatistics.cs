namespace Lianzhang.Core.Values;

/// <summary>The middle of some values and how far they lie from it, which a single wild value hardly moves.</summary>
internal static class RobustStatistics
{
    /// <summary>With fewer values than this, neither tells anything.</summary>
    public const int LeastValues = 4;

    /// <summary>The value in the middle, or halfway between the two in the middle; of one value at least.</summary>
    public static decimal Median(IReadOnlyCollection<decimal> values)
    {
        if (values.Count == 0)
            throw new ArgumentException("there is no median of nothing", nameof(values));
        decimal[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The median of the distances from the median; of one value at least.</summary>
    public static decimal MedianDeviation(IReadOnlyCollection<decimal> values)
    {
        var median = Median(values);
        return Median([.. values.Select(value => Math.Abs(value - median))]);
    }
}
