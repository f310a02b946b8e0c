using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Figures;

/// <summary>A row that maps to no item or place of the programme. It is listed, never dropped silently.</summary>
public sealed record UnmappedRow(Location At, string Name, string Place, string Period, string Value, string Unit, Text Reason);

/// <summary>The figures of a file, the rows that the programme does not know, and the rows that cannot be read.</summary>
public sealed record FigureSet(IReadOnlyList<PublishedFigure> Figures, IReadOnlyList<UnmappedRow> Unmapped, IReadOnlyList<Fault> Malformed)
{
    public static FigureSet Empty { get; } = new([], [], []);

    public FigureSet With(FigureSet other) =>
        new([.. Figures, .. other.Figures], [.. Unmapped, .. other.Unmapped], [.. Malformed, .. other.Malformed]);
}
