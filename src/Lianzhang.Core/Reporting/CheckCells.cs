using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Reporting;

/// <summary>Every cell can be read, and what must be answered is.</summary>
internal static class CheckCells
{
    public const string Unreadable = "unreadable";
    public const string Unanswered = "unanswered";
    public const string TooFewRows = "too-few-rows";

    public static IEnumerable<Finding> Of(FormSheet sheet, ReportContent content)
    {
        foreach (var section in sheet.Form.Sections)
        {
            var findings = section.Repeat is null
                ? sheet.Cells.Where(cell => cell.Section == section).Select(cell => OfCell(cell, content, cell.IsRequired))
                : OfRepeated(sheet, section, section.Repeat, content);
            foreach (var finding in findings.OfType<Finding>())
                yield return finding;
        }
    }

    private static Finding? OfCell(FormCell cell, ReportContent content, bool isRequired) => ReadCell.Of(cell, content.Find(cell.Key)) switch
    {
        { Fault: { } fault } => new Finding(Unreadable, CheckWeight.Hard, [cell.Key], ($"{cell.Name.Zh}：{fault.Zh}", $"{cell.Name.En}: {fault.En}")),
        { IsAnswered: false } when isRequired => new Finding(Unanswered, CheckWeight.Hard, [cell.Key], ($"{cell.Name.Zh}未填；没有数据的填“不适用”，或填“缺报”并说明原因", $"{cell.Name.En} is empty; write not applicable, or missing with a reason")),
        _ => null,
    };

    private static IEnumerable<Finding?> OfRepeated(FormSheet sheet, FormSection section, FormRepeat repeat, ReportContent content)
    {
        var filled = 0;
        for (var number = 1; number <= repeat.Most; number++)
        {
            var cells = section.Columns.Select(column => sheet.At(section, number, column)).ToList();
            // A row that nobody began asks nothing.
            if (cells.TrueForAll(cell => string.IsNullOrWhiteSpace(content.Find(cell.Key)?.Typed)))
                continue;
            filled++;
            foreach (var cell in cells)
                yield return OfCell(cell, content, cell.IsRequired);
        }

        if (filled < repeat.Least)
            yield return new Finding(TooFewRows, CheckWeight.Hard, [sheet.At(section, 1, section.Columns[0]).Key], ($"{section.Name.Zh}至少填 {repeat.Least} 行", $"{section.Name.En} has at least {repeat.Least} rows"));
    }
}
