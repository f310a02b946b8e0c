using Lianzhang.Core.Facts;

namespace Lianzhang.Core.Reporting;

/// <summary>What stands in one cell, as it was typed: nothing that was typed is lost, even where it is no number.</summary>
/// <param name="Typed">The number, word or text; 不适用 for not applicable, 缺报 for missing.</param>
/// <param name="Reason">Why it is missing.</param>
/// <param name="Note">A comment of the reporter's.</param>
/// <param name="Flags">What is said of the value beside it.</param>
public sealed record CellEntry(string Typed, string? Reason = null, string? Note = null, FactFlags Flags = FactFlags.None)
{
    public bool IsEmpty => this is { Typed.Length: 0, Reason: null, Note: null, Flags: FactFlags.None };
}

/// <summary>What a unit wrote into a form: cells by their keys, and explanations by the findings that they answer.</summary>
public sealed record ReportContent(IReadOnlyDictionary<string, CellEntry> Cells, IReadOnlyDictionary<string, string> Explanations)
{
    public static ReportContent Empty { get; } = new(new Dictionary<string, CellEntry>(), new Dictionary<string, string>());

    public CellEntry? Find(string key) => Cells.GetValueOrDefault(key);

    /// <summary>With some cells and explanations changed; an empty one is taken out.</summary>
    public ReportContent With(IEnumerable<KeyValuePair<string, CellEntry>> changed, IEnumerable<KeyValuePair<string, string>>? explained = null)
    {
        var (cells, explanations) = (new SortedDictionary<string, CellEntry>(StringComparer.Ordinal), new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var (key, entry) in Cells.Concat(changed))
            cells[key] = entry;
        foreach (var (key, text) in Explanations.Concat(explained ?? []))
            explanations[key] = text.Trim();
        return new ReportContent(
            cells.Where(cell => !cell.Value.IsEmpty).ToDictionary(StringComparer.Ordinal),
            explanations.Where(explanation => explanation.Value.Length > 0).ToDictionary(StringComparer.Ordinal));
    }
}
