using System.Text.Json;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Reporting;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>
/// A report as a form posts it whole. Only what differs from what the form was shown with counts as changed, so that a form that was
/// opened before another changed a cell does not take the change back.
/// </summary>
internal sealed record TypedReport(IReadOnlyDictionary<string, CellEntry> Cells, IReadOnlyDictionary<string, string> Explanations)
{
    public const string Was = "was";
    public const string Typed = "typed.";
    public const string State = "state.";
    public const string Reason = "reason.";
    public const string Note = "note.";
    public const string Flag = "flag.";
    public const string Why = "why.";

    public bool IsChanged => Cells.Count + Explanations.Count > 0;

    /// <summary>What the form is shown with, for the field <see cref="Was"/>.</summary>
    public static string Write(ReportContent content) => JsonSerializer.Serialize(content);

    public static TypedReport Read(IFormCollection form)
    {
        var was = ReadWas(form[Was].ToString());
        var cells = form.Keys.Where(name => name.StartsWith(Typed, StringComparison.Ordinal)).Select(name => name[Typed.Length..])
            .Select(key => (Key: key, Entry: Entry(form, key, was.Find(key) ?? new CellEntry(string.Empty)), Was: was.Find(key) ?? new CellEntry(string.Empty)))
            .Where(cell => cell.Entry != cell.Was);
        var explanations = form.Keys.Where(name => name.StartsWith(Why, StringComparison.Ordinal))
            .Select(name => (Key: name[Why.Length..], Text: Text(form, name)))
            .Where(explanation => explanation.Text != (was.Explanations.GetValueOrDefault(explanation.Key) ?? string.Empty));
        return new TypedReport(cells.ToDictionary(cell => cell.Key, cell => cell.Entry), explanations.ToDictionary(explanation => explanation.Key, explanation => explanation.Text));
    }

    /// <summary>The word that a cell holds in place of a number or text; empty where it holds none.</summary>
    public static string WordOf(string typed)
    {
        foreach (var word in new[] { ReadCell.NotApplicableWord, ReadCell.MissingWord })
        {
            if (typed == word.Zh || string.Equals(typed, word.En, StringComparison.OrdinalIgnoreCase))
                return word.Zh;
        }

        return string.Empty;
    }

    // A choice of word counts where it was changed; otherwise what was typed does, be it a word or not.
    private static CellEntry Entry(IFormCollection form, string key, CellEntry was)
    {
        var typed = Text(form, Typed + key);
        if (form.ContainsKey(State + key) && Text(form, State + key) is var word && word != WordOf(was.Typed))
            typed = word.Length > 0 ? word : WordOf(typed).Length > 0 ? string.Empty : typed;
        return form.ContainsKey(Note + key)
            ? new CellEntry(typed, Given(form, Reason + key), Given(form, Note + key), Flags(form, key))
            : was with { Typed = typed };
    }

    private static FactFlags Flags(IFormCollection form, string key) =>
        form[Flag + key].Aggregate(FactFlags.None, (all, flag) => all | (Enum.TryParse<FactFlags>(flag, out var one) && FactFlagWords.All.Contains(one) ? one : FactFlags.None));

    // A form sends lines as it likes; they are kept as they were shown.
    private static string Text(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();

    private static string? Given(IFormCollection form, string name) => Text(form, name) is { Length: > 0 } text ? text : null;

    private static ReportContent ReadWas(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ReportContent>(json) ?? ReportContent.Empty;
        }
        catch (JsonException)
        {
            // Whoever tampers with it changes but what is one's own.
            return ReportContent.Empty;
        }
    }
}
