using System.Numerics;
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
        if (formula.Aggregates.Count > 0 || formula.CountsUnits || formula.Indicators.Count > 0)
        {
            var kinds = 0u;
            foreach (var period in periods)
                kinds |= 1u << (int)period.Kind;
            for (; kinds != 0; kinds &= kinds - 1)
                Fill(formula, new RowEvaluator(context, (PeriodKind)BitOperations.TrailingZeroCount(kinds)), periods, results);
        }

        for (var at = 0; at < results.Length; at++)
        {
            // No row told it.
            if (results[at].Reading is null)
                results[at] = Evaluate(formula, context with { Period = periods[at] });
        }

        return results;
    }

    // Puts in the results of the periods of a kind that cells tell.
    private static void Fill(Formula formula, RowEvaluator row, IReadOnlyList<Period> periods, Evaluation[] results)
    {
        var wanted = 0ul;
        for (var at = 0; at < results.Length; at++)
            wanted |= row.PlaceOf(periods[at]);
        Span<decimal> amounts = stackalloc decimal[RowEvaluator.Places];
        try
        {
            var known = row.Of(formula.Root, wanted, amounts);
            for (var at = 0; known != 0 && at < results.Length; at++)
            {
                if ((row.PlaceOf(periods[at]) & known) is not 0 and var place)
                    results[at] = new Evaluation(Reading.Of(amounts[BitOperations.TrailingZeroCount(place)]), [], row.UsesUnits);
            }
        }
        catch (OverflowException)
        {
            // In which of them, they say one by one.
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
