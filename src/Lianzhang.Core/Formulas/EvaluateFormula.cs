using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Computes a formula. Never throws for figures or formulas: what has no result comes back undefined, with the reason.</summary>
public static class EvaluateFormula
{
    public static Evaluation Evaluate(Formula formula, FormulaContext context) => Evaluate(formula, context, group: null);

    /// <summary>
    /// The formula for many periods of a region. It comes to the same as one by one; where cells are kept, those of a kind are computed
    /// beside each other.
    /// </summary>
    /// <param name="formula">The formula.</param>
    /// <param name="context">What it is evaluated over; its period does not matter.</param>
    /// <param name="periods">The periods, of which the results are in the same order.</param>
    public static IReadOnlyList<Evaluation> Evaluate(Formula formula, FormulaContext context, IReadOnlyList<Period> periods)
    {
        var results = new Evaluation[periods.Count];
        if (formula.Aggregates.Count > 0 || formula.Indicators.Count > 0)
        {
            foreach (var kind in periods.Index().GroupBy(period => period.Item.Kind, period => (period.Index, Slot: context.Facts.SlotOf(period.Item))))
                Fill(formula, context, kind.Key, [.. kind.Where(period => period.Slot is not null).Select(period => (period.Index, period.Slot!.Value))], results);
        }

        for (var at = 0; at < results.Length; at++)
            results[at] ??= Evaluate(formula, context with { Period = periods[at] });
        return results;
    }

    private static void Fill(Formula formula, FormulaContext context, PeriodKind kind, IReadOnlyList<(int Index, int Slot)> places, Evaluation[] results)
    {
        var row = new RowEvaluator(context, kind);
        Span<decimal> amounts = stackalloc decimal[RowEvaluator.Places];
        ulong known;
        try
        {
            known = row.Of(formula.Root, places.Aggregate(0ul, (wanted, place) => wanted | (1ul << place.Slot)), amounts);
        }
        catch (OverflowException)
        {
            // In which of them, they say one by one.
            return;
        }

        foreach (var (index, slot) in places)
        {
            if ((known & (1ul << slot)) != 0)
                results[index] = new Evaluation(Reading.Of(amounts[slot]), [], row.UsesUnits);
        }
    }

    /// <summary>The formula over one unit alone, such as a rule for a title.</summary>
    public static Evaluation OfUnit(Formula formula, FormulaContext context, ReportingUnit unit) => Evaluate(formula, context, [unit]);

    /// <summary>Whether a rule holds for one unit, with the values that were compared.</summary>
    public static RuleEvaluation OfUnit(Rule rule, FormulaContext context, ReportingUnit unit) => new Evaluator(context).Result(rule, [unit]);

    /// <summary>The same, with what was asked of units on the way, in the order in which it was first asked.</summary>
    internal static Evaluation Evaluate(Formula formula, FormulaContext context, out IReadOnlyList<AskedAggregate> asked)
    {
        var all = new List<AskedAggregate>();
        var evaluation = Evaluate(formula, context, null, all);
        asked = [.. all.DistinctBy(one => (one.Source, one.Period))];
        return evaluation;
    }

    private static Evaluation Evaluate(Formula formula, FormulaContext context, IReadOnlyList<ReportingUnit>? group, List<AskedAggregate>? asked = null)
    {
        var evaluator = new Evaluator(context, asked);
        var reading = evaluator.Result(formula, group);
        return new Evaluation(reading, evaluator.Used, evaluator.UsesUnits);
    }
}
