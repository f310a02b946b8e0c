using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Finds what is wrong with a formula before there are any figures: unknown names, units that do not mix, wrong arguments.</summary>
public static class CheckFormula
{
    /// <summary>Every fault, in the order of the source.</summary>
    /// <param name="formula">The formula as it was read.</param>
    /// <param name="catalogue">What it may name.</param>
    /// <param name="expected">The unit of the indicator; the formula must measure the same.</param>
    public static IReadOnlyList<FormulaFault> Check(Formula formula, Catalogue catalogue, Unit expected)
    {
        var checker = new Checker(catalogue);
        var shape = checker.Of(formula.Root);
        var wanted = Shape.Of(expected, OverTime.DoesNot);
        if (shape is not null && shape.Dimension != wanted.Dimension && !checker.NeedsUnit(shape, wanted))
        {
            checker.Refuse(
                formula.Root.At,
                ($"公式的单位是{shape.Shown.Zh}，指标的单位是{wanted.Shown.Zh}", $"the formula gives {shape.Shown.En}, but the indicator needs {wanted.Shown.En}"));
        }

        return [.. checker.Faults.OrderBy(fault => fault.Column).ThenBy(fault => fault.Length)];
    }
}
