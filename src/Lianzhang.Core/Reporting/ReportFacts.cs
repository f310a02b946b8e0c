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

    /// <summary>
    /// The same for a report that counts in place of an earlier one of the unit: what the earlier one said and this one says nothing of
    /// is missing from now on, so that nothing of the earlier one goes on counting.
    /// </summary>
    public static IReadOnlyList<UnitReport> InPlaceOf(ReportContent earlier, FormSheet sheet, ReportContent content, string unit, Period period)
    {
        var now = Of(sheet, content, unit, period);
        var said = now.SelectMany(report => report.Values, (report, value) => (report.Period, value.Item)).ToHashSet();
        var gone = Of(sheet, earlier, unit, period).SelectMany(report => report.Values, (report, value) => (report.Period, value.Item)).Where(one => !said.Contains(one));
        return [.. now, .. gone.GroupBy(one => one.Period, one => ReportedValue.Missing(one.Item, TakenOut.Zh)).Select(group => new UnitReport(unit, group.Key, [.. group]))];
    }

    private static Text TakenOut { get; } = ("更正后不再填报", "taken out by a correction");

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
