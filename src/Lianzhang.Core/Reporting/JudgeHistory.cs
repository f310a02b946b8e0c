using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>Holds a value against the earlier ones of the same unit and item.</summary>
public static class JudgeHistory
{
    /// <summary>How many robust deviations are usual.</summary>
    public const decimal UsualDeviations = 5;

    public const decimal HighestScore = 999;

    // Makes the median absolute deviation of a normal distribution its standard deviation.
    private const decimal Normal = 1.4826m;

    // A value that hardly ever moved may move by this part of it.
    private const decimal Tolerated = 0.2m;

    // How near a factor a value must lie, and how far a history may range, for a mistaken unit to be likely.
    private const decimal Nearness = 3;
    private const decimal Range = 10;

    private static readonly decimal[] Factors = [1_000, 10_000, 100_000_000];

    /// <summary>
    /// What stands out, or null. A mistaken unit shows beside a single earlier value, what is unusual beside four; neither stands out
    /// where it was so a year before.
    /// </summary>
    /// <param name="reported">The value in the unit of the item.</param>
    /// <param name="period">What the period is called.</param>
    /// <param name="earlier">What was reported before.</param>
    /// <param name="deviations">How many robust deviations are usual; more than zero.</param>
    public static HistoryFinding? Of(Quantity reported, Text period, EarlierReports earlier, decimal deviations = UsualDeviations)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(deviations);
        if (earlier.Values.Count == 0)
            return null;
        var (amount, yearBefore, median) = (reported.Amount, earlier.YearBefore, RobustStatistics.Median(earlier.Values));
        var spread = deviations * Normal * RobustStatistics.MedianDeviation(earlier.Values);
        // What is zero more often than not, such as investment, has no size that would be usual.
        if (median == 0 && spread == 0)
            return null;
        var score = Score(Math.Abs(amount - median), Limit(spread, median), deviations);
        var words = new HistoryWords(reported, period, earlier, median);
        if (Slip(amount, median, earlier.Values) is { } factor && !(yearBefore is not null and not 0 && IsNear(amount / yearBefore.Value)))
            return new HistoryFinding(HistoryFindingKind.UnitSlip, score, words.UnitSlip(factor), factor);
        if (earlier.Values.Count < RobustStatistics.LeastValues || IsUsual(amount, median, spread) || (yearBefore is { } before && IsUsual(amount, before, spread)))
            return null;
        return new HistoryFinding(HistoryFindingKind.Unusual, score, words.Unusual());
    }

    private static bool IsUsual(decimal amount, decimal middle, decimal spread) => Math.Abs(amount - middle) <= Limit(spread, middle);

    private static decimal Limit(decimal spread, decimal middle) => spread + (Tolerated * Math.Abs(middle));

    /// <summary>A deviation includes its share of the tolerated part, so that what lies beyond the limit scores more than is usual.</summary>
    private static decimal Score(decimal distance, decimal limit, decimal deviations) => decimal.Round(Math.Min(HighestScore, deviations * distance / limit), 2);

    private static decimal? Slip(decimal value, decimal median, IReadOnlyList<decimal> earlier)
    {
        // A history that ranges widely, or changes its sign, has no size to be off from.
        if (value == 0 || median == 0 || earlier.Any(one => one / median is <= 1 / Range or >= Range))
            return null;
        var ratio = value / median;
        foreach (var factor in Factors)
        {
            if (IsNear(ratio / factor))
                return factor;
            if (IsNear(ratio * factor))
                return 1 / factor;
        }

        return null;
    }

    private static bool IsNear(decimal ratio) => ratio is >= 1 / Nearness and <= Nearness;
}
