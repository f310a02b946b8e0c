using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Boards;

/// <summary>Evaluates an indicator's formula for every period for which it can have a value.</summary>
internal sealed class IndicatorSeries(Programme programme, FactTable facts, DateOnly asOf, EvaluatedIndicators evaluated)
{
    private const int YearsBefore = 3;

    /// <summary>Whether the units were made up for trial.</summary>
    public bool IsGenerated => facts.IsGenerated;

    /// <summary>The periods with a value, oldest first. Targets of several years share it.</summary>
    public IReadOnlyList<PeriodValue> Of(Indicator indicator, string region) =>
        evaluated.GetOrAdd(indicator.Code, region, from => Values(indicator, region, from));

    private IEnumerable<PeriodValue> Values(Indicator indicator, string region, int from)
    {
        if (!programme.Formulas.TryGetValue(indicator.Code, out var formula))
            return [];
        IReadOnlyList<Period> periods = [.. Periods(indicator, formula, region).Where(period => period.Year >= from && period.End <= asOf).Order()];
        return periods is [var first, ..] ? EvaluateFormula.Values(formula, Context(region, first), periods) : [];
    }

    /// <summary>What the formula says of a period, value or not.</summary>
    public Evaluation? At(Indicator indicator, string region, Period period) =>
        programme.Formulas.TryGetValue(indicator.Code, out var formula) ? EvaluateFormula.Evaluate(formula, Context(region, period)) : null;

    private FormulaContext Context(string region, Period period) => new(facts, programme.Catalogue, programme.Formulas.GetValueOrDefault, region, period);

    private IEnumerable<Period> Periods(Indicator indicator, Formula formula, string region)
    {
        var known = EvaluatedIndicators.FormulasOf(programme, formula).SelectMany(each => each.Figures
            .SelectMany(figure => facts.PeriodsOf(figure.Item, figure.Place ?? region))
            .Concat(each.Aggregates.SelectMany(facts.PeriodsAsked))
            .Concat(each.CountsUnits ? MonthsOfRegister() : []));
        // A year's amount may have been published month by month, so the year itself is tried wherever one of its parts is known.
        return (indicator.Basis == IndicatorBasis.Year ? known.Select(period => Period.OfYear(period.Year)) : known).Distinct();
    }

    // Units can be counted at the end of every month since the register begins. A register may know of firms that are decades old:
    // what is shown begins some years before the first target.
    private IEnumerable<Period> MonthsOfRegister()
    {
        if (facts.FirstDay is not { } known)
            yield break;
        var shown = new DateOnly(programme.Head.Years.First - YearsBefore, 1, 1);
        var first = known > shown ? known : shown;
        for (var month = Period.OfMonth(first.Year, first.Month); month.End <= asOf; month = month.Shift(1))
            yield return month;
    }
}
