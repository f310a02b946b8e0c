using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Lianzhang.Platform.Tests;

/// <summary>A workbook as people make them, cell by cell.</summary>
internal sealed class MadeWorkbook
{
    public const uint Day = 1;
    public const uint Month = 2;
    public const uint Percent = 3;

    private readonly List<(string Name, List<Row> Rows, List<string> Merged, bool IsHidden)> sheets = [("Sheet1", [], [], false)];
    private readonly List<string> strings = [];
    private readonly List<Action<WorkbookPart>> also = [];

    public static Cell Number(string value, uint style = 0) => new(new CellValue(value)) { StyleIndex = style };

    public static Cell Formula(string formula, string? result) => result is null ? new Cell(new CellFormula(formula)) : new Cell(new CellFormula(formula), new CellValue(result));

    public MadeWorkbook Row(params IReadOnlyList<object> cells) => Add(cells, isHidden: false);

    public MadeWorkbook HiddenRow(params IReadOnlyList<object> cells) => Add(cells, isHidden: true);

    public MadeWorkbook Merge(string cells)
    {
        sheets[^1].Merged.Add(cells);
        return this;
    }

    /// <summary>Rows that have been touched and hold nothing.</summary>
    public MadeWorkbook EmptyRows(int count)
    {
        var rows = sheets[^1].Rows;
        rows.EnsureCapacity(rows.Count + count);
        for (var row = 0; row < count; row++)
            rows.Add(new Row { RowIndex = (uint)rows.Count + 1 });
        return this;
    }

    /// <summary>Further parts of the file.</summary>
    public MadeWorkbook With(Action<WorkbookPart> add)
    {
        also.Add(add);
        return this;
    }

    public MadeWorkbook Sheet(string name, bool isHidden = false)
    {
        sheets.Add((name, [], [], isHidden));
        return this;
    }

    public byte[] Build()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy\"年\"m\"月\";@" }),
                new Fonts(new Font()),
                new Fills(new Fill()),
                new Borders(new Border()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14 }, new CellFormat { NumberFormatId = 164 }, new CellFormat { NumberFormatId = 10 }));
            workbook.Workbook = new Workbook(new Sheets(sheets.Select((sheet, index) => new DocumentFormat.OpenXml.Spreadsheet.Sheet
            {
                Name = sheet.Name,
                SheetId = (uint)index + 1,
                Id = workbook.GetIdOfPart(Part(workbook, sheet.Rows, sheet.Merged)),
                State = sheet.IsHidden ? SheetStateValues.Hidden : SheetStateValues.Visible,
            })));
            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(strings.Select(text => new SharedStringItem(new Text(text))));
            also.ForEach(add => add(workbook));
        }

        return stream.ToArray();
    }

    private static WorksheetPart Part(WorkbookPart workbook, List<Row> rows, List<string> merged)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows));
        if (merged.Count > 0)
            part.Worksheet.Append(new MergeCells(merged.Select(cells => new MergeCell { Reference = cells })));
        return part;
    }

    private MadeWorkbook Add(IReadOnlyList<object> cells, bool isHidden)
    {
        var rows = sheets[^1].Rows;
        var number = (uint)rows.Count + 1;
        var row = new Row { RowIndex = number, Hidden = isHidden ? true : null };
        foreach (var (index, value) in cells.Index())
        {
            if (value is string { Length: 0 })
                continue;
            var cell = value as Cell ?? Shared((string)value);
            cell.CellReference = $"{(char)('A' + index)}{number}";
            row.Append(cell);
        }

        rows.Add(row);
        return this;
    }

    private Cell Shared(string text)
    {
        strings.Add(text);
        return new Cell(new CellValue($"{strings.Count - 1}")) { DataType = CellValues.SharedString };
    }
}
