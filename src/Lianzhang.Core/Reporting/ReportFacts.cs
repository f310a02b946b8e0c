using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>Turns what stands in a form into what the unit reported of items, period by period.</summary>
public static class ReportFacts
{
    /// <summary>The values of the cells that could be read; totals of repeated rows are added up.</summary>
    public static IReadOnlyList<UnitReport> Of(FormSheet sheet, ReportContent content, string unit, Period period) =>
        [.. Values(sheet, content).GroupBy(pair => FormSheet.PeriodOf(pair.Column, period), pair => pair.Value).Select(group => new UnitReport(unit, group.Key, [.. group]))];

    private static IEnumerable<(FormColumn Column, ReportedValue Value)> Values(FormSheet sheet, ReportContent content) =>
        sheet.Cells.Where(cell => cell.Item is not null).Select(cell => (cell.Column, Value: Of(cell, content))).Where(pair => pair.Value is not null).Select(pair => (pair.Column, pair.Value!.Value))
            .Concat(from section in sheet.Form.Sections from column in section.Columns where column.Total is not null select (column, Total(sheet, content, section, column)));

    private static ReportedValue? Of(FormCell cell, ReportContent content)
    {
        var (entry, item) = (content.Find(cell.Key), cell.Item!.Code);
        return ReadCell.Of(cell, entry) switch
        {
            { IsAnswered: false } => null,
            { State: FactState.NotApplicable } => ReportedValue.NotApplicable(item) with { Flags = entry!.Flags },
            { State: FactState.Missing, Words: { } reason } => ReportedValue.Missing(item, reason) with { Flags = entry!.Flags },
            var answer => ReportedValue.Of(item, answer.Amount, entry!.Flags),
        };
    }

    // Where no row was added there is nothing, and the sum is zero.
    private static ReportedValue Total(FormSheet sheet, ReportContent content, FormSection section, FormColumn column) =>
        ReportedValue.Of(column.Total!, Enumerable.Range(1, section.Repeat!.Most).Select(number => sheet.At(section, number, column)).Sum(cell => ReadCell.Of(cell, content.Find(cell.Key)).Amount));
}
