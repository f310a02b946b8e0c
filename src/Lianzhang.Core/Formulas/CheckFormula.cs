using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Finds what is wrong with a formula before there are any figures: unknown names, units that do not mix, wrong arguments.</summary>
public static class CheckFormula
{
    /// <summary>Every fault, in the order of the source.</summary>
    /// <param name="formula">The formula as it was read.</param>
    /// <param name="catalogue">What it may name.</param>
    /// <param name="expected">The unit of the indicator, or of the bound of a rule; the formula must measure the same.</param>
    /// <param name="isRule">Whether it is a rule over one unit that the formula stands in.</param>
    public static IReadOnlyList<FormulaFault> Check(Formula formula, Catalogue catalogue, Unit expected, bool isRule = false)
    {
        var checker = new Checker(catalogue, isRule);
        var shape = checker.Of(formula.Root);
        var wanted = Shape.Of(expected, OverTime.DoesNot);
        if (shape is not null && shape.Dimension != wanted.Dimension && !checker.NeedsUnit(shape, wanted))
        {
            checker.Refuse(
                formula.Root.At,
                ($"公式的单位是{shape.Shown.Zh}，{(isRule ? "规则" : "指标")}的单位是{wanted.Shown.Zh}", $"the formula gives {shape.Shown.En}, but the {(isRule ? "rule" : "indicator")} needs {wanted.Shown.En}"));
        }

        return InOrder(checker.Faults);
    }

    /// <summary>Every fault of a condition over one unit that stands by itself, in the order of the source.</summary>
    public static IReadOnlyList<FormulaFault> CheckRule(Rule rule, Catalogue catalogue)
    {
        var checker = new Checker(catalogue, isOfOneUnit: true);
        checker.Condition(rule.Root);
        return InOrder(checker.Faults);
    }

    private static IReadOnlyList<FormulaFault> InOrder(IEnumerable<FormulaFault> faults) => [.. faults.OrderBy(fault => fault.Column).ThenBy(fault => fault.Length)];
}
