using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>Which periods a table has.</summary>
internal static class PivotPeriods
{
    /// <summary>The periods of a kind that end within some months, oldest first.</summary>
    public static IReadOnlyList<Period> Between(PeriodKind kind, Period from, Period to)
    {
        var all = new List<Period>();
        for (var month = from; month.CompareTo(to) <= 0; month = month.Shift(1))
        {
            if (Ending(kind, month) is { } period)
                all.Add(period);
        }

        return all;
    }

    /// <summary>The periods of a query: those it names, or the latest that its first measure is known for.</summary>
    public static IReadOnlyList<Period> Of(PivotQuery query, Programme programme, FactTable facts, string region, DateOnly asOf)
    {
        var known = Known(programme, facts, query.Measures[0], region).Where(period => period.End <= asOf).Distinct().ToList();
        var kind = query.By ?? Usual(known);
        var last = query.To ?? Month(known.Where(period => Fits(period, kind)).Append(known.Count == 0 ? Period.LastEnded(kind, asOf) : known.Min()).Max());
        var to = query.To is null ? Month(Period.LastEnded(kind, last.End)) : last;
        var from = query.From ?? Month(Back(kind, to));
        var periods = Between(kind, from, to);
        return query.Rows == PivotQuery.OfPeriods || query.Columns == PivotQuery.OfPeriods ? periods : [.. periods.TakeLast(1)];
    }

    private static PeriodKind Usual(List<Period> known) =>
        known.Count == 0 || known.Exists(period => period.Kind == PeriodKind.Month) ? PeriodKind.Month
        : known.Exists(period => period.Kind == PeriodKind.Quarter) ? PeriodKind.Quarter
        : PeriodKind.Year;

    // A longer period is made of shorter ones, never the other way.
    private static bool Fits(Period period, PeriodKind kind) => kind switch
    {
        PeriodKind.Month => period.Months == 1,
        PeriodKind.Quarter => period.Months <= 3,
        PeriodKind.HalfYear => period.Months <= 6,
        _ => true,
    };

    private static Period Back(PeriodKind kind, Period to)
    {
        var months = kind switch { PeriodKind.Month or PeriodKind.YearToDate => 5, PeriodKind.Quarter => 11, PeriodKind.HalfYear => 23, PeriodKind.Year => 59 };
        return (to.Year * 12) + to.FirstMonth - 1 - months < 12 ? Period.OfMonth(1, 1) : to.Shift(-months);
    }

    private static Period Month(Period period) => Period.OfMonth(period.Year, period.LastMonth);

    private static Period? Ending(PeriodKind kind, Period month) => kind switch
    {
        PeriodKind.Month => month,
        PeriodKind.Quarter => month.FirstMonth % 3 == 0 ? Period.OfQuarter(month.Year, month.FirstMonth / 3) : null,
        PeriodKind.HalfYear => month.FirstMonth % 6 == 0 ? Period.OfHalfYear(month.Year, month.FirstMonth / 6) : null,
        PeriodKind.Year => month.FirstMonth == 12 ? Period.OfYear(month.Year) : null,
        PeriodKind.YearToDate => month.YearToDate(),
    };

    private static IEnumerable<Period> Known(Programme programme, FactTable facts, PivotMeasure measure, string region) => measure.Source switch
    {
        PivotSource.Item => facts.PeriodsAsked(measure.Code),
        PivotSource.Figure => facts.PeriodsOf(measure.Code, region),
        PivotSource.Indicator => Formulas(programme, measure.Code, []).SelectMany(formula => formula.Figures
            .SelectMany(figure => facts.PeriodsOf(figure.Item, figure.Place ?? region))
            .Concat(formula.Aggregates.SelectMany(facts.PeriodsAsked))),
    };

    private static IEnumerable<Formula> Formulas(Programme programme, string indicator, HashSet<string> seen) =>
        !seen.Add(indicator) || programme.Formulas.GetValueOrDefault(indicator) is not { } formula
            ? []
            : formula.Indicators.SelectMany(inner => Formulas(programme, inner, seen)).Prepend(formula);
}
