using System.Diagnostics.CodeAnalysis;

namespace Lianzhang.Core.Exploring;

/// <summary>Where the amounts of a measure come from.</summary>
public enum PivotSource
{
    /// <summary>Added up over the units that report it.</summary>
    Item,

    /// <summary>Published for a place.</summary>
    Figure,

    /// <summary>By the indicator's own formula.</summary>
    Indicator,
}

/// <summary>What a table is of: an item added up over units, a published figure, or an indicator.</summary>
public readonly record struct PivotMeasure(PivotSource Source, string Code)
{
    /// <summary>As it stands in addresses: item.output, figure.gdp, indicator.share.</summary>
    public override string ToString() => $"{Words[(int)Source]}.{Code}";

    private static string[] Words { get; } = ["item", "figure", "indicator"];

    public static bool TryParse(string? text, [NotNullWhen(true)] out PivotMeasure? measure)
    {
        var at = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        var source = at > 0 ? Array.IndexOf(Words, text![..at]) : -1;
        measure = source >= 0 && at < text!.Length - 1 ? new PivotMeasure((PivotSource)source, text[(at + 1)..]) : null;
        return measure is not null;
    }
}
