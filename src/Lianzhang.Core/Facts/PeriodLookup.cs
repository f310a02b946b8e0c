using System.Diagnostics.CodeAnalysis;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>Whether a series says anything of exactly this period, and what.</summary>
internal delegate bool TryFind<T>(Period period, [MaybeNullWhen(false)] out T value);

/// <summary>Finds what a series says of a period that it may not name itself.</summary>
internal static class PeriodLookup
{
    /// <summary>
    /// The parts whose signed sum is the period's value. A stock is read at the period's end. A flow is the period itself,
    /// or the sum of its months or quarters, or the difference of two year-to-date values. A rate is the period itself.
    /// </summary>
    public static IReadOnlyList<(int Sign, T Value)>? Find<T>(TryFind<T> series, ItemKind kind, Period period)
    {
        if (series(period, out var exact))
            return [(1, exact)];
        return kind switch
        {
            ItemKind.Stock => AtEnd(series, period),
            ItemKind.Flow => Sum(series, period, 1) ?? Sum(series, period, 3) ?? Difference(series, period),
            ItemKind.Rate => null,
        };
    }

    private static IReadOnlyList<(int Sign, T Value)>? AtEnd<T>(TryFind<T> series, Period period)
    {
        foreach (var same in EndingWith(period))
        {
            if (series(same, out var found))
                return [(1, found)];
        }

        return null;
    }

    /// <summary>The periods that end when this one does, the shortest first.</summary>
    private static IEnumerable<Period> EndingWith(Period period)
    {
        yield return Period.OfMonth(period.Year, period.LastMonth);
        if (period.LastMonth % 3 == 0)
            yield return Period.OfQuarter(period.Year, period.LastMonth / 3);
        if (period.LastMonth % 6 == 0)
            yield return Period.OfHalfYear(period.Year, period.LastMonth / 6);
        yield return Period.ToDate(period.Year, period.LastMonth);
    }

    private static List<(int Sign, T Value)>? Sum<T>(TryFind<T> series, Period period, int months)
    {
        if (period.Months % months != 0 || (period.FirstMonth - 1) % months != 0)
            return null;
        var parts = new List<(int, T)>();
        for (var first = period.FirstMonth; first <= period.LastMonth; first += months)
        {
            var part = months == 1 ? Period.OfMonth(period.Year, first) : Period.OfQuarter(period.Year, ((first - 1) / months) + 1);
            if (!series(part, out var value))
                return null;
            parts.Add((1, value));
        }

        return parts;
    }

    private static IReadOnlyList<(int Sign, T Value)>? Difference<T>(TryFind<T> series, Period period)
    {
        if (period.FirstMonth == 1)
            return null;
        return series(period.YearToDate(), out var upToEnd) && series(Period.ToDate(period.Year, period.FirstMonth - 1), out var before)
            ? [(1, upToEnd), (-1, before)]
            : null;
    }
}
