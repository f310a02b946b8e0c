using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Reporting;

/// <summary>A cell of the heading of a table, merged where neighbouring columns have the same words above each other.</summary>
/// <param name="Words">What stands in it.</param>
/// <param name="Across">Over how many columns it reaches.</param>
/// <param name="Down">Over how many lines it reaches.</param>
public sealed record HeadingCell(string Words, int Across, int Down)
{
    /// <summary>The lines of the heading from top to bottom; a column with fewer words than others ends in one cell that reaches to the bottom.</summary>
    public static IReadOnlyList<IReadOnlyList<HeadingCell>> Of(IReadOnlyList<FormColumn> columns)
    {
        var lines = columns.Max(column => column.Heading.Count);
        return [.. Enumerable.Range(0, lines).Select(line => Line(columns, line, lines))];
    }

    private static List<HeadingCell> Line(IReadOnlyList<FormColumn> columns, int line, int lines)
    {
        var cells = new List<HeadingCell>();
        for (var at = 0; at < columns.Count;)
        {
            var across = 1;
            while (at + across < columns.Count && IsMerged(columns[at], columns[at + across], line))
                across++;
            if (line < columns[at].Heading.Count)
                cells.Add(new HeadingCell(columns[at].Heading[line], across, line == columns[at].Heading.Count - 1 ? lines - line : 1));
            at += across;
        }

        return cells;
    }

    // The last word names the column itself and is its own, whatever its neighbour's is.
    private static bool IsMerged(FormColumn one, FormColumn other, int line) =>
        line < one.Heading.Count - 1 && line < other.Heading.Count - 1 && one.Heading.Take(line + 1).SequenceEqual(other.Heading.Take(line + 1));
}
