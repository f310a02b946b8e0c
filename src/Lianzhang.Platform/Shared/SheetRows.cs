using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Words = Lianzhang.Core.Values.Text;

namespace Lianzhang.Platform.Shared;

/// <summary>The cells of a sheet as text, row by row, with what stands in the way of reading them.</summary>
internal sealed class SheetRows
{
    private const int LastRow = 300_000;
    private const int LastColumn = 100;

    private readonly Dictionary<int, string[]> rows = [];

    private SheetRows()
    {
    }

    public bool HasCells => rows.Count > 0 || Fault is not null;

    /// <summary>Why the sheet is not read.</summary>
    public Words? Fault { get; private set; }

    /// <summary>The row that the fault is about.</summary>
    public int FaultRow { get; private set; }

    public static SheetRows Read(WorksheetPart part, CellTexts texts)
    {
        var sheet = new SheetRows();
        using var reader = OpenXmlReader.Create(part);
        var last = 0;
        while (sheet.Fault is null && reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
                last = sheet.Take((Row)reader.LoadCurrentElement()!, last, texts);
            else if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement)
                sheet.Check((MergeCell)reader.LoadCurrentElement()!);
        }

        return sheet;
    }

    /// <summary>A line for each row from the first to the last, each with as many fields as the widest.</summary>
    public string Csv()
    {
        var (width, last) = (rows.Values.Max(row => row.Length), rows.Keys.Max());
        var text = new StringBuilder();
        for (var number = 1; number <= last; number++)
        {
            var cells = rows.GetValueOrDefault(number) ?? [];
            for (var column = 0; column < width; column++)
                text.Append(column == 0 ? null : ',').Append(Quoted(column < cells.Length ? cells[column] : string.Empty));
            text.Append('\n');
        }

        return text.ToString();
    }

    private int Take(Row row, int last, CellTexts texts)
    {
        var number = row.RowIndex is { } given ? checked((int)given.Value) : last + 1;
        var cells = new List<string>();
        var column = -1;
        foreach (var cell in row.Elements<Cell>())
        {
            // A file may leave out where a cell stands: then it is beside the one before.
            column = cell.CellReference?.Value is { } reference ? Column(reference) : column + 1;
            var text = texts.Of(cell);
            if (text.Length == 0)
                continue;
            if (column >= LastColumn || number > LastRow)
            {
                Refuse(number, ($"内容超出前 {LastColumn} 列或前 {LastRow} 行，请删去多余内容", $"there are cells beyond column {LastColumn} or row {LastRow}; delete what does not belong"));
                return number;
            }

            while (cells.Count < column)
                cells.Add(string.Empty);
            cells.Add(text);
        }

        if (cells.Count == 0)
            return number;
        // Filtered rows are hidden too: nobody who looks at the sheet would know that they go in.
        if (row.Hidden?.Value == true)
            Refuse(number, ("该行被隐藏或筛选掉，请取消隐藏，或删除后再导入", "the row is hidden or filtered out; show it, or delete it before the import"));
        rows[number] = [.. cells];
        return number;
    }

    // Only the first of merged cells has the value: whether it holds for the others is not said. A merged title is harmless.
    private void Check(MergeCell merged)
    {
        if (merged.Reference?.Value?.Split(':') is not [var from, var to])
            return;
        var (first, last) = (RowOf(from), RowOf(to));
        if (first > 1 && last > first)
            Refuse(first, ($"单元格 {merged.Reference.Value} 合并了多行，请取消合并并逐行填写", $"the cells {merged.Reference.Value} are merged over several rows; unmerge them and fill in each row"));
    }

    private void Refuse(int row, Words fault) => (Fault, FaultRow) = (fault, row);

    private static int Column(string reference) => reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => checked((column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1))) - 1;

    private static int RowOf(string reference) => int.Parse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"));

    // One line for one row: what is broken within a cell is put on one line.
    private static string Quoted(string text) => $"\"{text.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
