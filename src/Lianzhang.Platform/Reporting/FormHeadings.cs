namespace Lianzhang.Platform.Reporting;

/// <summary>Draws headings of several lines: the same word above neighbouring columns is one cell, a short heading reaches down.</summary>
internal static class FormHeadings
{
    /// <summary>How many lines the headings have.</summary>
    public static int Depth(IReadOnlyList<GridColumn> columns) => columns.Max(column => column.Heading.Count);

    /// <param name="columns">The columns beside one another.</param>
    /// <param name="cell">Draws a cell: from and to a line, counted from 0, from and to a column, and the word.</param>
    public static void Draw(IReadOnlyList<GridColumn> columns, Action<(int Top, int Bottom, int From, int To, string Word)> cell) => Draw(columns, 0, Depth(columns), cell);

    private static void Draw(IReadOnlyList<GridColumn> columns, int line, int depth, Action<(int Top, int Bottom, int From, int To, string Word)> cell)
    {
        for (var first = 0; first < columns.Count;)
        {
            var heading = columns[first].Heading;
            var isLast = heading.Count == line + 1;
            var count = isLast ? 1 : columns.Skip(first).TakeWhile(column => column.Heading.Count > line + 1 && column.Heading[line] == heading[line]).Count();
            cell((line, isLast ? depth - 1 : line, columns[first].From, columns[first + count - 1].To, heading[line]));
            if (!isLast)
                Draw([.. columns.Skip(first).Take(count)], line + 1, depth, cell);
            first += count;
        }
    }
}
