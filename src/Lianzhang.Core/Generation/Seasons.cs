namespace Lianzhang.Core.Generation;

/// <summary>How a year's output spreads over its months: little in the month of the Spring Festival, much at the year's end.</summary>
internal static class Seasons
{
    // Years in which the festival falls into January; else it falls into February.
    private static readonly int[] Early = [2017, 2020, 2023, 2025, 2028, 2031];

    // From March; with January and February the twelve make 12.
    private static readonly double[] Later = [1.02, 1.0, 1.0, 1.05, 0.98, 0.98, 1.05, 1.05, 1.08, 1.19];

    /// <summary>A month's part of the year, where 1 is a twelfth.</summary>
    public static double Of(int year, int month) => (month, Array.IndexOf(Early, year) >= 0) switch
    {
        (1, true) => 0.7,
        (2, true) => 0.9,
        (1, false) => 0.88,
        (2, false) => 0.72,
        _ => Later[month - 3],
    };
}
