using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Core.Values;
using Words = Lianzhang.Core.Values.Text;

namespace Lianzhang.Platform.Shared;

/// <summary>
/// Writes a list as an Excel workbook: one sheet with a title, the date that it is of, and titles of columns that stay in view and
/// are repeated on every printed page; numbers as numbers, days as days; printed across, as wide as the paper.
/// </summary>
internal static class WriteWorkbook
{
    // The title, the note, the titles of the columns; rows follow.
    private const uint HeadingRow = 3;

    // How many rows of a template offer a choice.
    private const int MostFilledIn = 2_000;

    private const double LineHeight = 15;

    // Excel's own limit.
    private const double HighestRow = 409;

    // The day that Excel counts from, which makes its own error about 1900 come out right.
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    public static byte[] Of<T>(WorkbookTable<T> table, Language language) => Of(Sheet(table, language));

    /// <summary>Several lists, a sheet each.</summary>
    public static byte[] Of(params IReadOnlyList<MadeSheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Sheet();
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
                new BookViews(new WorkbookView()),
                new Sheets(sheets.Select((sheet, index) => new Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = workbook.GetIdOfPart(Part(workbook, sheet)) })),
                new DefinedNames(sheets.SelectMany((sheet, index) => Names(sheet, (uint)index))));
        }

        return stream.ToArray();
    }

    /// <param name="table">The list.</param>
    /// <param name="language">In which language.</param>
    /// <param name="choices">For columns that one fills in, counted from 0: the list from whose first column a value is chosen.</param>
    public static MadeSheet Sheet<T>(WorkbookTable<T> table, Language language, params IReadOnlyList<(int Column, MadeSheet From)> choices)
    {
        var columns = table.Columns.All;
        var content = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane { VerticalSplit = HeadingRow, TopLeftCell = $"A{HeadingRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(columns.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })),
            Data(table, language),
            new AutoFilter { Reference = $"A{HeadingRow}:{Letters(columns.Count)}{HeadingRow + table.Rows.Count}" });
        if (choices.Count > 0)
            content.Append(new DataValidations(choices.Select(choice => Choice(choice.Column, choice.From))));
        content.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C&P / &N")));
        return new MadeSheet(table.Title.In(language), content, columns.Count, table.Rows.Count);
    }

    private static WorksheetPart Part(WorkbookPart workbook, MadeSheet sheet)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = sheet.Content;
        return part;
    }

    private static DefinedName[] Names(MadeSheet sheet, uint index) =>
    [
        new($"'{sheet.Name}'!$A$1:${Letters(sheet.Columns)}${HeadingRow + sheet.Rows}") { Name = "_xlnm.Print_Area", LocalSheetId = index },
        new($"'{sheet.Name}'!${HeadingRow}:${HeadingRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = index },
    ];

    // Offered, not enforced: what is typed otherwise is told when the file is read.
    private static DataValidation Choice(int column, MadeSheet from) => new(new Formula1($"'{from.Name}'!$A${HeadingRow + 1}:$A${HeadingRow + Math.Max(1, from.Rows)}"))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = false,
        SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Letters(column + 1)}{HeadingRow + 1}:{Letters(column + 1)}{HeadingRow + MostFilledIn}" },
    };

    private static SheetData Data<T>(WorkbookTable<T> table, Language language)
    {
        var columns = table.Columns.All;
        var data = new SheetData(
            new Row(Written(table.Title.In(language), WorkbookStyles.Title)) { Height = 24, CustomHeight = true },
            new Row(Written(table.Note.In(language), WorkbookStyles.Note)),
            Fitted(columns, [.. columns.Select(column => Written(column.Title.In(language), WorkbookStyles.Heading))]));
        foreach (var row in table.Rows)
            data.Append(Fitted(columns, [.. columns.Select(column => Cell(column.Kind, column.Value(row), language))]));
        return data;
    }

    // Not every program fits the height of a row to its wrapped text when it opens a file, so that it is said.
    private static Row Fitted<T>(IReadOnlyList<WorkbookColumn<T>> columns, IReadOnlyList<Cell> cells)
    {
        var lines = cells.Zip(columns, (cell, column) => Math.Ceiling(Width(cell.InnerText) / (column.Width - 1))).Max();
        return new Row(cells) { Height = Math.Min(Math.Max(lines, 1) * LineHeight, HighestRow), CustomHeight = true };
    }

    // In characters of the font: a Chinese one takes the place of two others.
    private static double Width(string text) => text.Sum(letter => letter < '\u2000' ? 1 : 2);

    private static Cell Cell(ColumnKind kind, object? value, Language language) => (kind, value) switch
    {
        (_, null) => new Cell { StyleIndex = WorkbookStyles.Text },
        (ColumnKind.Number, decimal amount) => Counted(amount, WorkbookStyles.Number(Math.Min(Decimals(amount), Conventions.Decimals))),
        (ColumnKind.Number, Words word) => Written(word.In(language), WorkbookStyles.Unit),
        (ColumnKind.Whole, int number) => Counted(number, WorkbookStyles.Whole),
        (ColumnKind.Date, DateOnly day) => Counted((decimal)(day.ToDateTime(TimeOnly.MinValue) - Epoch).TotalDays, WorkbookStyles.Date),
        (ColumnKind.Instant, DateTimeOffset instant) => Counted(Math.Round((decimal)(instant.ToLocalTime().DateTime - Epoch).TotalDays, 6), WorkbookStyles.Instant),
        (ColumnKind.Unit, string symbol) => Written(symbol, WorkbookStyles.Unit),
        (ColumnKind.Text, Words words) => Written(words.In(language), WorkbookStyles.Text),
        (ColumnKind.Text, Period period) => Written(period.In(language), WorkbookStyles.Text),
        (ColumnKind.Text, string text) => Written(text, WorkbookStyles.Text),
        _ => throw new InvalidOperationException($"a column of kind {kind} cannot hold {value}"),
    };

    private static Cell Counted(decimal number, uint style) =>
        new(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number, StyleIndex = style };

    // Inline text is never taken for a formula, whatever its first character.
    private static Cell Written(string text, uint style) =>
        new(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    // What it is written with, without trailing zeros.
    private static int Decimals(decimal amount) => (amount / 1.000000000000000000000000000000000m).Scale;

    private static string Letters(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);
}

/// <summary>A sheet that is written, before it is in a workbook.</summary>
internal sealed record MadeSheet(string Name, Worksheet Content, int Columns, int Rows);
