using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>How firm the publisher says a figure is.</summary>
public enum FigureFlag
{
    Final,
    Provisional,

    /// <summary>The publisher's own estimate, made before the period's figures were in (预计).</summary>
    Expected,
}

/// <summary>Where a figure was published.</summary>
public sealed record FigureSource(string Title, string? Url = null);

/// <summary>A figure as somebody published it: of an item, for a place, over a period.</summary>
/// <param name="Item">The item's code.</param>
/// <param name="Place">Code of a region, park or other place.</param>
/// <param name="Period">The months that the figure is of.</param>
/// <param name="Quantity">The amount in the unit that was published.</param>
/// <param name="Qualifier">The publisher's own word beside the number (约, 超过, 多), empty when the number stands alone.</param>
/// <param name="Flag">How firm the figure is.</param>
/// <param name="Published">The day of publication, where it is known.</param>
/// <param name="Source">Who published it.</param>
/// <param name="At">The row that it was read from.</param>
public sealed record PublishedFigure(
    string Item,
    string Place,
    Period Period,
    Quantity Quantity,
    string Qualifier,
    FigureFlag Flag,
    DateOnly? Published,
    FigureSource Source,
    Location At);
