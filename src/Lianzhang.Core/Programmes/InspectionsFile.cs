using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>What an inspection visits.</summary>
public enum InspectionOf
{
    /// <summary>Enterprises.</summary>
    Units,

    /// <summary>Tasks of the programme.</summary>
    Measures,
    Parks,
}

/// <summary>How a point of a checklist is answered.</summary>
public enum InspectionItemKind
{
    YesNo,
    Number,
    Words,
}

/// <summary>A point of a checklist.</summary>
public sealed record InspectionItem(
    [property: Description("Code of the point, once in the theme.")] string Code,
    Text Text,
    [property: Description("How it is answered: yes_no, number, words.")] InspectionItemKind Kind,
    [property: Description("Whether a photograph belongs to it.")] bool NeedsPhoto = false);

/// <summary>A theme of inspections with its checklist.</summary>
public sealed record InspectionTheme(
    [property: Description("Code of the theme.")] string Code,
    Text Name,
    [property: Description("What it visits: units, measures, parks.")] InspectionOf Of,
    [property: Description("Months within which one is not visited twice for the theme.")] int MonthsBetween,
    [property: Description("The checklist.")] IReadOnlyList<InspectionItem> Items)
{
    public InspectionItem? FindItem(string code) => Items.FirstOrDefault(item => item.Code == code);
}

/// <summary>The file inspections.yaml, which a programme may leave out.</summary>
public sealed record InspectionsFile([property: Description("The themes.")] IReadOnlyList<InspectionTheme> Themes)
{
    /// <summary>Of a programme that has none.</summary>
    public static InspectionsFile None { get; } = new([]);

    /// <summary>The theme, or null: another version of the programme may have had it.</summary>
    public InspectionTheme? Find(string code) => Themes.FirstOrDefault(theme => theme.Code == code);
}
