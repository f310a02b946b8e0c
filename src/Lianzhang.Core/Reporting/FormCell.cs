using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>A cell of a form that can be filled in.</summary>
/// <param name="Key">By which a report names it: row.column, or section.number.column in a table of repeated rows.</param>
/// <param name="Section">The part of the form.</param>
/// <param name="Column">The column.</param>
/// <param name="Row">The row; null in a table of repeated rows.</param>
/// <param name="Number">The number of the repeated row, from 1; 0 in a table of fixed rows.</param>
/// <param name="Item">What it asks; null for texts, choices and what is only added up.</param>
public sealed record FormCell(string Key, FormSection Section, FormColumn Column, FormRow? Row, int Number, Item? Item)
{
    public CellKind Kind => Row?.Kind ?? Column.Kind;

    /// <summary>The unit of its numbers; null for texts and choices.</summary>
    public Unit? Unit => Kind == CellKind.Number ? Item?.Unit ?? Column.Unit : null;

    public IReadOnlyList<string> Options => Row?.Options ?? Column.Options ?? [];

    /// <summary>Whether it must be answered; in a repeated row, once anything stands in the row.</summary>
    public bool IsRequired => (Row?.Required ?? true) && Column.Required;

    /// <summary>What it is called in a sentence.</summary>
    public Text Name => Row is { } row
        ? Section.Columns.Count > 1 && Kind == CellKind.Number ? ($"{NameOf(row).Zh}（{Column.Heading[^1]}）", $"{NameOf(row).En} ({Column.Heading[^1]})") : NameOf(row)
        : ($"{Section.Name.Zh}第 {Number} 行“{Column.Heading[^1]}”", $"{Section.Name.En}, row {Number}, {Column.Heading[^1]}");

    /// <summary>The name of a row as it stands by itself, without the "of which" under its row above.</summary>
    public static Text NameOf(FormRow row) => new(Without(row.Name.Zh, "其中："), row.Name.En is { } english ? Without(english, "of which ") : null);

    private static string Without(string name, string lead) => name.StartsWith(lead, StringComparison.Ordinal) ? name[lead.Length..] : name;
}
