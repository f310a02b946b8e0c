using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Computes a formula. Never throws for figures or formulas: what has no result comes back undefined, with the reason.</summary>
public static class EvaluateFormula
{
    public static Evaluation Evaluate(Formula formula, FormulaContext context) => Evaluate(formula, context, group: null);

    /// <summary>
    /// What the formula comes to in those of many periods in which it has a value. It comes to the same as one by one; where cells are kept,
    /// periods of a kind are computed beside each other.
    /// </summary>
    /// <param name="formula">The formula.</param>
    /// <param name="context">What it is evaluated over; its period does not matter.</param>
    /// <param name="periods">The periods, in whose order the values are.</param>
    public static IEnumerable<PeriodValue> Values(Formula formula, FormulaContext context, IReadOnlyList<Period> periods)
    {
        var rows = formula.Aggregates.Count > 0 || formula.CountsUnits || formula.Indicators.Count > 0 ? Rows(formula, context, periods) : null;
        foreach (var period in periods)
        {
            var (row, place) = (rows?[(int)period.Kind], context.Facts.SlotOf(period) ?? -1);
            if (row?.TryGet(place, out var amount) == true)
                yield return new PeriodValue(period, amount, [], row.UsesUnits);
            else if (row?.IsEmpty(place) != true && Evaluate(formula, context with { Period = period }) is { Reading: { HasValue: true } reading } told)
                yield return new PeriodValue(period, reading.Amount, told.Used, told.UsesUnits);
        }
    }

    // By kind of period.
    private static RowEvaluator?[] Rows(Formula formula, FormulaContext context, IReadOnlyList<Period> periods)
    {
        var rows = new RowEvaluator?[Period.Kinds];
        Span<ulong> wanted = stackalloc ulong[Period.Kinds];
        foreach (var period in periods)
            wanted[(int)period.Kind] |= context.Facts.SlotOf(period) is { } place ? 1ul << place : 0;
        for (var kind = 0; kind < Period.Kinds; kind++)
        {
            if (wanted[kind] != 0)
                (rows[kind] = new RowEvaluator(context, (PeriodKind)kind)).Evaluate(formula, wanted[kind]);
        }

        return rows;
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
