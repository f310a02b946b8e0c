using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>Finds what a series says of a period that it may not name itself.</summary>
internal static class PeriodLookup
{
    /// <summary>
    /// The parts whose signed sum is the period's value. A stock is read at the period's end. A flow is the period itself,
    /// or the sum of its months or quarters, or the difference of two year-to-date values. A rate is the period itself.
    /// </summary>
    public static IReadOnlyList<(int Sign, T Value)>? Find<T>(IReadOnlyDictionary<Period, T> series, ItemKind kind, Period period)
    {
        if (series.TryGetValue(period, out var exact))
            return [(1, exact)];
        return kind switch
        {
            ItemKind.Stock => AtEnd(series, period),
            ItemKind.Flow => Sum(series, period, 1) ?? Sum(series, period, 3) ?? Difference(series, period),
            ItemKind.Rate => null,
        };
    }

    private static IReadOnlyList<(int Sign, T Value)>? AtEnd<T>(IReadOnlyDictionary<Period, T> series, Period period)
    {
        var same = series.Where(entry => entry.Key.End == period.End).OrderBy(entry => entry.Key.Months).Take(1).ToList();
        return same is [var found] ? [(1, found.Value)] : null;
    }

    private static List<(int Sign, T Value)>? Sum<T>(IReadOnlyDictionary<Period, T> series, Period period, int months)
    {
        if (period.Months % months != 0 || (period.FirstMonth - 1) % months != 0)
            return null;
        var parts = new List<(int, T)>();
        for (var first = period.FirstMonth; first <= period.LastMonth; first += months)
        {
            var part = months == 1 ? Period.OfMonth(period.Year, first) : Period.OfQuarter(period.Year, ((first - 1) / months) + 1);
            if (!series.TryGetValue(part, out var value))
                return null;
            parts.Add((1, value));
        }

        return parts;
    }

    private static IReadOnlyList<(int Sign, T Value)>? Difference<T>(IReadOnlyDictionary<Period, T> series, Period period)
    {
        if (period.FirstMonth == 1)
            return null;
        return series.TryGetValue(period.YearToDate(), out var upToEnd)
            && series.TryGetValue(Period.ToDate(period.Year, period.FirstMonth - 1), out var before)
            ? [(1, upToEnd), (-1, before)]
            : null;
    }
}
