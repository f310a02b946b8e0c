using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Registers;

/// <summary>The facts of one firm, the same in every period.</summary>
internal static class SampleFirm
{
    public static Func<Formula, Period, Reading> Measure(Programme programme, IReadOnlyDictionary<string, decimal> figures)
    {
        var unit = new ReportingUnit("u", new Dictionary<string, IReadOnlyList<string>> { ["region"] = [programme.Head.Region] });
        return (formula, period) => EvaluateFormula.Evaluate(formula, new FormulaContext(Facts(programme, figures, unit, period), programme.Catalogue, _ => null, programme.Head.Region, period)).Reading;
    }

    private static FactTable Facts(Programme programme, IReadOnlyDictionary<string, decimal> figures, ReportingUnit unit, Period period) => new(
        [],
        [unit],
        [.. figures.Select(figure => new UnitFact(figure.Key, unit.Code, programme.FindItem(figure.Key)!.Kind == ItemKind.Stock ? Period.OfMonth(period.Year, period.LastMonth) : period, Reading.Of(programme.FindItem(figure.Key)!.Unit.ToBase(figure.Value))))]);
}
