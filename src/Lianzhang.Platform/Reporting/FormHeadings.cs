using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;

namespace Lianzhang.Platform.Reporting;

/// <summary>Draws headings of several lines: the same word above neighbouring columns is one cell, a short heading reaches down.</summary>
internal static class FormHeadings
{
    /// <summary>How many lines the headings have.</summary>
    public static int Depth(IReadOnlyList<GridColumn> columns) => columns.Max(column => column.Heading.Count);

    /// <summary>The heading of a column of repeated rows, with its unit of measure: such rows have no cell for it.</summary>
    public static IReadOnlyList<string> Named(FormColumn column) =>
        column is { Kind: CellKind.Number, Unit.Symbol: { Length: > 0 } unit } ? [.. column.Heading.SkipLast(1), $"{column.Heading[^1]}（{unit}）"] : column.Heading;

    /// <param name="columns">The columns beside one another.</param>
    /// <param name="cell">Draws a cell: from and to a line, counted from 0, from and to a column, and the word.</param>
    public static void Draw(IReadOnlyList<GridColumn> columns, Action<(int Top, int Bottom, int From, int To, string Word)> cell)
    {
        foreach (var one in HeadingCell.Of([.. columns.Select(column => column.Heading)]).SelectMany(line => line))
            cell((one.Line, one.Line + one.Down - 1, columns[one.Column].From, columns[one.Column + one.Across - 1].To, one.Words));
    }
}
