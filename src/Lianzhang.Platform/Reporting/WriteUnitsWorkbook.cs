using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>Writes one workbook for many units: a row for each, a column for each cell of the form.</summary>
internal static class WriteUnitsWorkbook
{
    public const int Unit = 1;
    public const int Name = 2;
    public const int FirstCell = 3;

    private const uint A3 = 8;
    private const int HeadingRow = 3;
    private const double CodeWidth = 21;
    private const double NameWidth = 30;

    public static byte[] Of(OpenedForm form, IReadOnlyList<Report> reports)
    {
        var (sheet, period) = (form.Sheet, Facts.PeriodNumber.Read(form.Round.Period));
        var columns = Columns(sheet);
        var codes = HeadingRow + FormHeadings.Depth(columns);
        var canvas = new SheetCanvas();
        Head(canvas, form, columns, codes);
        var mapped = new List<MappedCell>(sheet.Cells.Select((cell, index) => new MappedCell(new SheetPlace(codes, FirstCell + index).ToString(), MappedKind.Value, [cell.Key])));
        foreach (var (index, report) in reports.Index())
        {
            Row(canvas, codes + 1 + index, report, sheet);
            mapped.Add(new MappedCell(report.Unit, MappedKind.Unit, [report.Id.ToString()]));
        }

        var identity = new WorkbookIdentity(sheet.Form.Code, sheet.Form.Version, form.Round.ProgrammeVersion, period.ToString(), string.Empty, form.Round.Id, WriteReportTemplate.Name(sheet.Form.Name.Zh));
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = FormStyles.Sheet();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = Sheet(canvas, sheet, codes, reports.Count);
            WriteReportTemplate.Close(workbook, [(identity.Sheet, part)], identity.Draw(mapped), [new($"'{identity.Sheet}'!$A:$B,'{identity.Sheet}'!${HeadingRow}:${codes}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }]);
        }

        return stream.ToArray();
    }

    private static void Head(SheetCanvas canvas, OpenedForm form, IReadOnlyList<GridColumn> columns, int codes)
    {
        var last = columns[^1].To;
        canvas.Text(new SheetPlace(1, 1), new SheetPlace(1, Math.Min(last, 9)), $"{form.Sheet.Form.Name.Zh}（{Facts.PeriodNumber.Read(form.Round.Period).In(Language.Chinese)}，{form.Sheet.Form.Number}）", FormStyles.Section);
        canvas.Height(1, 28);
        canvas.Text(new SheetPlace(2, 1), new SheetPlace(2, Math.Min(last, 9)), "每行一个单位，不填的单位留空整行。没有数据的填“不适用”；暂缺的填“缺报：原因”；确为零的填 0。请勿增删列；已报送或单位已自行填写的不会被覆盖。", FormStyles.Note);
        canvas.Height(2, 32);
        FormHeadings.Draw(columns, cell => canvas.Text(new SheetPlace(HeadingRow + cell.Top, cell.From), new SheetPlace(HeadingRow + cell.Bottom, cell.To), cell.Word, FormStyles.Heading));
        for (var row = HeadingRow; row < codes; row++)
            canvas.Height(row, 34);
        canvas.Height(codes, 18);
        canvas.Text(new SheetPlace(codes, Unit), "代码", FormStyles.Before);
        canvas.Text(new SheetPlace(codes, Name), string.Empty, FormStyles.Before);
        foreach (var (index, cell) in form.Sheet.Cells.Index())
            canvas.Text(new SheetPlace(codes, FirstCell + index), cell.Key, FormStyles.Before);
    }

    private static void Row(SheetCanvas canvas, int row, Report report, FormSheet sheet)
    {
        canvas.Height(row, 20);
        canvas.Text(new SheetPlace(row, Unit), report.Unit, FormStyles.Centre);
        canvas.Text(new SheetPlace(row, Name), report.Name, FormStyles.Label);
        var content = RoundPapers.Delivered(report);
        foreach (var (index, cell) in sheet.Cells.Index())
        {
            var entry = content.Find(cell.Key);
            var shown = entry is { Reason: { } reason } && CellRemark.IsMissing(entry.Typed) ? new CellEntry($"{entry.Typed}：{reason}") : entry;
            TypedValue.Put(canvas, new SheetPlace(row, FirstCell + index), cell, shown, FormStyles.Tint.Plain);
        }
    }

    private static List<GridColumn> Columns(FormSheet sheet) =>
    [
        new(["单位代码"], GridContent.Value, null, Unit, Unit),
        new(["单位名称"], GridContent.Value, null, Name, Name),
        .. sheet.Cells.Select((cell, index) => new GridColumn([cell.Section.Name.Zh, Heading(cell), .. cell.Section.Columns.Count > 1 ? (string[])[cell.Column.Heading[^1]] : []], GridContent.Value, cell.Column, FirstCell + index, FirstCell + index)),
    ];

    private static string Heading(FormCell cell) => cell.Unit?.Symbol is { Length: > 0 } unit && !cell.Row!.Name.Zh.Contains(unit, StringComparison.Ordinal) ? $"{cell.Row.Name.Zh}（{unit}）" : cell.Row!.Name.Zh;

    private static Worksheet Sheet(SheetCanvas canvas, FormSheet form, int codes, int units)
    {
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane { HorizontalSplit = FirstCell - 1, VerticalSplit = codes, TopLeftCell = new SheetPlace(codes + 1, FirstCell).ToString(), ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen }) { TabSelected = true, WorkbookViewId = 0 }),
            new Columns([
                new Column { Min = Unit, Max = Unit, Width = CodeWidth, CustomWidth = true },
                new Column { Min = Name, Max = Name, Width = NameWidth, CustomWidth = true },
                .. form.Cells.Select((cell, index) => new Column { Min = (uint)(FirstCell + index), Max = (uint)(FirstCell + index), Width = cell.Kind == CellKind.Text ? 24 : 14, CustomWidth = true }),
            ]),
            canvas.Data(),
            new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false },
            canvas.Merges()!);
        List<OfferedWords> offered = units == 0 ? [] : [.. form.Cells.Index().Where(cell => cell.Item.Kind == CellKind.Choice).Select(cell => new OfferedWords(
            $"{new SheetPlace(codes + 1, FirstCell + cell.Index)}:{new SheetPlace(codes + units, FirstCell + cell.Index)}", [.. cell.Item.Options, ReadCell.NotApplicableWord.Zh], IsOnly: false, "请从列表中选择"))];
        if (offered.Count > 0)
            sheet.Append(WriteReportTemplate.Choices(offered));
        sheet.Append(
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = A3, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C第 &P 页　共 &N 页")));
        return sheet;
    }
}
