using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>What the units of a selection answered, or why that cannot be told.</summary>
internal sealed record UnitAnswers(Reading? Blocked, IReadOnlyList<Reading> Readings)
{
    public IEnumerable<decimal> Amounts => Readings.Where(reading => reading.HasValue).Select(reading => reading.Amount);

    /// <summary>
    /// One reading for each unit that was asked. A unit asked for only some months of the period has not given the whole, and is missing.
    /// </summary>
    public static UnitAnswers Of(Selection selection, Evaluator evaluator, Scope scope)
    {
        if (Blocking(selection, evaluator, scope) is { } blocked)
            return new UnitAnswers(blocked, []);
        return new UnitAnswers(null, [.. Each(selection, evaluator, scope).Select(answer => selection.Default is { } stand && IsGap(answer.Reading) ? Reading.Of(stand.InBase) : answer.Reading)]);
    }

    /// <summary>The units that were asked with what each answered, before anything stands in for gaps; none where the item is not known.</summary>
    public static IEnumerable<(ReportingUnit Unit, Reading Reading)> Each(Selection selection, Evaluator evaluator, Scope scope)
    {
        if (!evaluator.Context.Catalogue.Items.TryGetValue(selection.Item.Code, out var item))
            yield break;
        var facts = evaluator.Context.Facts;
        foreach (var unit in Matching(selection.Where, evaluator, scope))
        {
            var reading = facts.Fact(item.Code, item.Kind, unit.Code, scope.Period);
            if (reading is null && facts.Asked(item.Code, item.Kind, unit.Code, scope.Period))
                reading = Reading.OfMissing(new MissingFigure(item.Code, unit.Code, scope.Period, ("填报时段不全", "asked for part of the period only")));
            if (reading is null && scope.IsOneUnit)
                reading = Reading.OfMissing(new MissingFigure(item.Code, unit.Code, scope.Period, ("未填报", "not reported")));
            if (reading is not null)
                yield return (unit, reading);
        }
    }

    /// <summary>Why no unit can have answered; null where some may have.</summary>
    public static Reading? Blocking(Selection selection, Evaluator evaluator, Scope scope)
    {
        if (!evaluator.Context.Catalogue.Items.TryGetValue(selection.Item.Code, out var item))
            return Evaluator.UnknownItem(selection.Item);
        return evaluator.Context.Facts.Asked(item.Code, item.Kind, scope.Period) ? null : NotAsked(item.Code, evaluator.Context.Region, scope.Period);
    }

    /// <summary>The units in scope that pass the filter.</summary>
    public static IEnumerable<ReportingUnit> Matching(Filter? filter, Evaluator evaluator, Scope scope)
    {
        var units = evaluator.Units(scope);
        if (!evaluator.Spend(units.Count))
            return [];
        return filter is null ? units : units.Where(unit => Passes(filter, unit, evaluator.Context.Catalogue));
    }

    public static Reading NotAsked(string item, string region, Period period) =>
        Reading.OfMissing(new MissingFigure(item, region, period, ("无单位填报", "no unit reports it")));

    /// <summary>What a default stands in for: an undefined result is a defect to be seen, not a gap to be filled.</summary>
    public static bool IsGap(Reading reading) => reading.State is FactState.Missing or FactState.NotApplicable;

    /// <summary>Whether a unit passes a filter.</summary>
    public static bool Passes(Filter filter, ReportingUnit unit, Catalogue catalogue) => filter switch
    {
        BothFilters both => Passes(both.Left, unit, catalogue) && Passes(both.Right, unit, catalogue),
        EitherFilter either => Passes(either.Left, unit, catalogue) || Passes(either.Right, unit, catalogue),
        NotFilter not => !Passes(not.Of, unit, catalogue),
        FilterTest test => Passes(test, unit, catalogue),
        _ => false,
    };

    private static bool Passes(FilterTest test, ReportingUnit unit, Catalogue catalogue)
    {
        var tree = test.Operator is FilterOperator.In or FilterOperator.NotIn ? catalogue.Attributes.GetValueOrDefault(test.Attribute.Code)?.Values : null;
        var found = unit.Of(test.Attribute.Code).Any(code => test.Codes.Any(wanted => code == wanted.Code || tree?.IsWithin(code, wanted.Code) == true));
        return found == (test.Operator is FilterOperator.Is or FilterOperator.In);
    }
}
