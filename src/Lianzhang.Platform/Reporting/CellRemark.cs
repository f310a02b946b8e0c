using System.Text.RegularExpressions;
using Lianzhang.Core.Reporting;

namespace Lianzhang.Platform.Reporting;

/// <summary>
/// What stands beside a row of a workbook: why cells are missing, and comments. Where a row has several cells, each part names its column;
/// a part that names none is of the cells that are missing, else of the first that is filled in.
/// </summary>
internal static partial class CellRemark
{
    private const string Note = "备注：";

    public static string Write(IReadOnlyList<FormCell> cells, ReportContent content) =>
        string.Join('\n', cells.Select(cell => (Cell: cell, Said: Of(content.Find(cell.Key)))).Where(part => part.Said.Length > 0).Select(part => cells.Count == 1 ? part.Said : $"【{Label(part.Cell)}】{part.Said}"));

    /// <summary>Reason and note by the keys of cells.</summary>
    /// <param name="text">What stands there.</param>
    /// <param name="cells">The cells of the row.</param>
    /// <param name="typed">What was typed into each.</param>
    public static IReadOnlyDictionary<string, (string? Reason, string? Note)> Read(string text, IReadOnlyList<FormCell> cells, Func<FormCell, string> typed)
    {
        var parts = new Dictionary<string, (string? Reason, string? Note)>(StringComparer.Ordinal);
        var labels = Labels().Matches(text).Where(match => cells.Any(cell => Label(cell) == match.Groups["label"].Value)).ToList();
        foreach (var cell in labels.Count == 0 ? Unnamed(cells, typed) : [])
            parts[cell.Key] = Said(text, typed(cell));
        foreach (var (index, label) in labels.Index())
        {
            var cell = cells.First(cell => Label(cell) == label.Groups["label"].Value);
            var from = label.Index + label.Length;
            parts[cell.Key] = Said(text[from..(index + 1 < labels.Count ? labels[index + 1].Index : text.Length)], typed(cell));
        }

        return parts;
    }

    /// <summary>Whether a word says that a value is missing.</summary>
    public static bool IsMissing(string typed) => typed == ReadCell.MissingWord.Zh || string.Equals(typed, ReadCell.MissingWord.En, StringComparison.OrdinalIgnoreCase);

    private static string Of(CellEntry? entry) => entry switch
    {
        null => string.Empty,
        { Reason.Length: > 0, Note.Length: > 0 } when IsMissing(entry.Typed) => $"{entry.Reason}；{Note}{entry.Note}",
        { Reason.Length: > 0 } when IsMissing(entry.Typed) => entry.Reason,
        { Note.Length: > 0 } => IsMissing(entry.Typed) ? $"{Note}{entry.Note}" : entry.Note,
        _ => string.Empty,
    };

    private static (string? Reason, string? Note) Said(string text, string typed)
    {
        var said = text.Trim();
        if (!IsMissing(typed))
            return (null, Given(said));
        var note = said.IndexOf(Note, StringComparison.Ordinal);
        return note < 0 ? (Given(said), null) : (Given(said[..note].TrimEnd('；', ';', ' ', '\n')), Given(said[(note + Note.Length)..].Trim()));
    }

    private static IEnumerable<FormCell> Unnamed(IReadOnlyList<FormCell> cells, Func<FormCell, string> typed)
    {
        var missing = cells.Where(cell => IsMissing(typed(cell))).ToList();
        return missing.Count > 0 ? missing : [cells.FirstOrDefault(cell => typed(cell).Length > 0) ?? cells[0]];
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;

    private static string Label(FormCell cell) => string.Join(' ', cell.Column.Heading);

    [GeneratedRegex("【(?<label>[^【】]+)】", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Labels();
}
