using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Tests.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Registers;

/// <summary>The facts of one firm, the same in every period, beside another firm that was asked for everything.</summary>
internal static class SampleFirm
{
    private static readonly string[] Items = ["firm_revenue", "firm_rd", "firm_staff"];

    public static Func<Formula, Period, Reading> Measure(Programme programme, IReadOnlyDictionary<string, decimal> figures)
    {
        var unit = new ReportingUnit("u", new Dictionary<string, IReadOnlyList<string>> { ["region"] = [programme.Head.Region] });
        return (formula, period) => EvaluateFormula.OfUnit(formula, new FormulaContext(Facts(programme, figures, unit, period), programme.Catalogue, _ => null, programme.Head.Region, period), unit).Reading;
    }

    private static FactTable Facts(Programme programme, IReadOnlyDictionary<string, decimal> figures, ReportingUnit unit, Period period) => Tables.Of(
        [],
        [unit],
        [.. figures.Select(figure => Fact(programme, figure.Key, unit.Code, period, figure.Value)), .. Items.Select(item => Fact(programme, item, "other", period, 1))]);

    private static UnitFact Fact(Programme programme, string code, string unit, Period period, decimal amount)
    {
        var item = programme.FindItem(code)!;
        return new UnitFact(code, unit, item.Kind == ItemKind.Stock ? Period.OfMonth(period.Year, period.LastMonth) : period, Reading.Of(item.Unit.ToBase(amount)));
    }
}
