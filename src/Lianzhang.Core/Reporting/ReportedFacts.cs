using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>What a unit reported before, and over it what it is reporting now: what checks look at.</summary>
internal sealed class ReportedFacts
{
    private readonly CheckedReport report;
    private readonly FactArrays facts;
    private readonly FactTable table;

    public ReportedFacts(CheckedReport report)
    {
        this.report = report;
        facts = OneUnitFacts.Of(report.Unit.Code, report.Programme, [.. report.History, .. ReportFacts.Of(report.Sheet, report.Content, report.Unit.Code, report.Period)]);
        table = new FactTable([], new UnitData(UnitRegister.Empty, facts));
    }

    /// <summary>The amount in the item's own unit; null where there is none.</summary>
    public decimal? Amount(Item item, Period period) =>
        facts.Find(item.Code, item.Kind, report.Unit.Code, period) is { HasValue: true } reading ? item.Unit.FromBase(reading.Amount) : null;

    public RuleEvaluation Evaluate(Rule rule, AskedPeriod over) => EvaluateFormula.OfUnit(
        rule,
        new FormulaContext(table, report.Programme.Catalogue, _ => null, report.Programme.Head.Region, over == AskedPeriod.YearToDate ? report.Period.YearToDate() : report.Period),
        report.Unit);
}
