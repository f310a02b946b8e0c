using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Lianzhang.Platform.Reporting;

/// <summary>Where a cell stands on a sheet, both counted from 1.</summary>
internal readonly record struct SheetPlace(int Row, int Column)
{
    public static string Letters(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters(Column)}{Row}");
}

/// <summary>A sheet that is drawn cell by cell, in any order: a form has cells that reach over others, which a list has not.</summary>
internal sealed class SheetCanvas
{
    private const double LineHeight = 16;

    // Excel's own limit.
    private const double HighestRow = 409;

    private readonly SortedDictionary<int, SortedDictionary<int, Cell>> rows = [];
    private readonly Dictionary<int, double> heights = [];
    private readonly List<string> merged = [];

    public int LastRow => rows.Count == 0 ? 0 : rows.Keys.Last();

    /// <summary>Inline text is never taken for a formula, whatever its first character.</summary>
    public void Text(SheetPlace at, string text, uint style) => Put(at, text.Length == 0
        ? new Cell { StyleIndex = style }
        : new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style });

    public void Number(SheetPlace at, decimal amount, uint style) =>
        Put(at, new Cell(new CellValue(amount.ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.Number, StyleIndex = style });

    /// <summary>A cell with its text that reaches to another; all that it covers has its frame.</summary>
    public void Text(SheetPlace from, SheetPlace to, string text, uint style)
    {
        Text(from, text, style);
        Merge(from, to);
    }

    /// <summary>Lets a cell reach to another.</summary>
    public void Merge(SheetPlace from, SheetPlace to)
    {
        if (from == to)
            return;
        var style = rows[from.Row][from.Column].StyleIndex;
        for (var row = from.Row; row <= to.Row; row++)
        {
            for (var column = from.Column; column <= to.Column; column++)
            {
                if ((row, column) != (from.Row, from.Column))
                    Put(new SheetPlace(row, column), new Cell { StyleIndex = style });
            }
        }

        merged.Add($"{from}:{to}");
    }

    /// <summary>Gives another look to a cell that was drawn.</summary>
    public void Restyle(SheetPlace at, uint style) => rows[at.Row][at.Column].StyleIndex = style;

    /// <summary>Makes a row at least as high as a text needs that is broken at a width in characters; not every program does so when it opens a file.</summary>
    public void Fit(int row, string text, double width) => Height(row, text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(Width(line) / Math.Max(1, width - 1.5)))) * LineHeight);

    public void Height(int row, double height) => heights[row] = Math.Min(Math.Max(height, heights.GetValueOrDefault(row)), HighestRow);

    public SheetData Data() => new(rows.Select(row => new Row(row.Value.Values)
    {
        RowIndex = (uint)row.Key,
        Height = heights.TryGetValue(row.Key, out var height) ? height : null,
        CustomHeight = heights.ContainsKey(row.Key) ? true : null,
    }));

    public MergeCells? Merges() => merged.Count == 0 ? null : new MergeCells(merged.Select(cells => new MergeCell { Reference = cells }));

    /// <summary>Without what a file cannot hold, such as control characters.</summary>
    public static string Writable(string text) => string.Concat(text.EnumerateRunes().Where(IsWritable));

    // In characters of the font: a Chinese one takes the place of two others.
    private static double Width(string text) => text.Sum(letter => letter < '\u2000' ? 1 : 2);

    // Half a character becomes the sign for what cannot be shown.
    private static bool IsWritable(Rune rune) => rune.Value >= ' ' ? rune.Value is not (0xFFFE or 0xFFFF) : rune.Value is '\t' or '\n' or '\r';

    private void Put(SheetPlace at, Cell cell)
    {
        cell.CellReference = at.ToString();
        if (!rows.TryGetValue(at.Row, out var row))
            rows[at.Row] = row = [];
        row[at.Column] = cell;
    }
}
