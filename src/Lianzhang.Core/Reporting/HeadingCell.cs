namespace Lianzhang.Core.Reporting;

/// <summary>A cell of the heading of a table, merged where neighbouring columns have the same words above each other.</summary>
/// <param name="Words">What stands in it.</param>
/// <param name="Line">The line that it begins in, from 0.</param>
/// <param name="Column">The column that it begins in, from 0.</param>
/// <param name="Across">Over how many columns it reaches.</param>
/// <param name="Down">Over how many lines it reaches.</param>
public sealed record HeadingCell(string Words, int Line, int Column, int Across, int Down)
{
    /// <summary>The lines of the heading from top to bottom; a column with fewer words than others ends in one cell that reaches to the bottom.</summary>
    public static IReadOnlyList<IReadOnlyList<HeadingCell>> Of(IReadOnlyList<IReadOnlyList<string>> headings)
    {
        var lines = headings.Max(heading => heading.Count);
        return [.. Enumerable.Range(0, lines).Select(line => InLine(headings, line, lines))];
    }

    private static List<HeadingCell> InLine(IReadOnlyList<IReadOnlyList<string>> headings, int line, int lines)
    {
        var cells = new List<HeadingCell>();
        for (var at = 0; at < headings.Count;)
        {
            var across = 1;
            while (at + across < headings.Count && IsMerged(headings[at], headings[at + across], line))
                across++;
            if (line < headings[at].Count)
                cells.Add(new HeadingCell(headings[at][line], line, at, across, line == headings[at].Count - 1 ? lines - line : 1));
            at += across;
        }

        return cells;
    }

    // The last word names the column itself and is its own, whatever its neighbour's is.
    private static bool IsMerged(IReadOnlyList<string> one, IReadOnlyList<string> other, int line) =>
        line < one.Count - 1 && line < other.Count - 1 && one.Take(line + 1).SequenceEqual(other.Take(line + 1));
}
