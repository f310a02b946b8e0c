namespace Lianzhang.Core.Formulas;

/// <summary>Computes a formula. Never throws for figures or formulas: what has no result comes back undefined, with the reason.</summary>
public static class EvaluateFormula
{
    public static Evaluation Evaluate(Formula formula, FormulaContext context)
    {
        var evaluator = new Evaluator(context);
        var reading = evaluator.Result(formula);
        return new Evaluation(reading, evaluator.Used);
    }
}
