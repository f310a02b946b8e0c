namespace Lianzhang.Core.Registers;

/// <summary>How far a few make most of it: shares are of what all make together, and who makes nothing does not count.</summary>
public static class Concentration
{
    private const int Few = 4;

    /// <summary>The share of the four largest, from 0 to 1; null where nobody makes anything.</summary>
    public static decimal? Cr4(IEnumerable<decimal> amounts) => Shares(amounts) is { Count: > 0 } shares ? Math.Min(1, shares.OrderDescending().Take(Few).Sum()) : null;

    /// <summary>The index of Herfindahl and Hirschman: 1 where one makes all, 1/n where n make the same; null where nobody makes anything.</summary>
    public static decimal? Hhi(IEnumerable<decimal> amounts) => Shares(amounts) is { Count: > 0 } shares ? Math.Min(1, shares.Sum(share => share * share)) : null;

    private static List<decimal> Shares(IEnumerable<decimal> amounts)
    {
        var counted = amounts.Where(amount => amount > 0).ToList();
        var all = counted.Sum();
        return [.. counted.Select(amount => amount / all)];
    }
}
