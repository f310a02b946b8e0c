using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>Whose recognition a title is.</summary>
public enum TitleLevel
{
    National,
    Provincial,
    City,
}

/// <summary>A title that enterprises are raised to: who gives it, for how long, and what it takes.</summary>
public sealed record TitleDefinition(
    [property: Description("Code of the title, one of the values of the attribute title in items.yaml.")] string Code,
    Text Name,
    [property: Description("The levels on which it is recognised: national, provincial, city.")] IReadOnlyList<TitleLevel> Levels,
    [property: Description("The body that recognises it.")] string Issuer,
    [property: Description("What it is recognised for.")] string Definition,
    [property: Description("Months for which a recognition is valid; left out where it has no end.")] int? ValidMonths = null,
    [property: Description("Months after the recognition by which it is reviewed.")] int? ReviewMonths = null,
    [property: Description("How it is reviewed.")] string? Review = null,
    [property: Description("Codes of the titles that must be held first: the step below on the ladder.")] IReadOnlyList<string>? RestsOn = null,
    [property: Description("What an enterprise must fulfil; all of it.")] IReadOnlyList<UnitRule>? Rules = null,
    [property: Description("What is simplified against the rules in force.")] string? Note = null)
{
    /// <summary>The last day of a recognition that is given on a day; null where it has no end.</summary>
    public DateOnly? ValidTo(DateOnly granted) => ValidMonths is { } months ? granted.AddMonths(months).AddDays(-1) : null;

    /// <summary>The day by which it is reviewed; null where it is not.</summary>
    public DateOnly? ReviewBy(DateOnly granted) => ReviewMonths is { } months ? granted.AddMonths(months) : null;
}

/// <summary>The file titles.yaml, which a programme may leave out.</summary>
public sealed record TitlesFile([property: Description("The titles, each with the rules of its step.")] IReadOnlyList<TitleDefinition> Titles);

/// <summary>The words for whose recognition a title is.</summary>
public static class TitleLevelWords
{
    public static Text Of(TitleLevel level) => level switch
    {
        TitleLevel.National => ("国家级", "national"),
        TitleLevel.Provincial => ("省级", "provincial"),
        TitleLevel.City => ("市级", "city"),
    };
}
