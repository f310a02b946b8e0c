using Lianzhang.Core.Facts;

namespace Lianzhang.Core.Formulas;

/// <summary>Computes a formula. Never throws for figures or formulas: what has no result comes back undefined, with the reason.</summary>
public static class EvaluateFormula
{
    public static Evaluation Evaluate(Formula formula, FormulaContext context) => Evaluate(formula, context, null);

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
