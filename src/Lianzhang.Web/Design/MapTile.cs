using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Web.Design;

/// <summary>A region on a tile map.</summary>
/// <param name="Column">From 1, west to east.</param>
/// <param name="Row">From 1, north to south.</param>
/// <param name="Name">Short name of the region.</param>
/// <param name="Value">Its figure with unit, or null where there is none.</param>
/// <param name="Colour">Colour of its light.</param>
/// <param name="Word">Word of its light; told to screen readers and in the tile's title.</param>
/// <param name="Href">Where the tile leads.</param>
public sealed record MapTile(int Column, int Row, Text Name, string? Value, Colour Colour, Text Word, string? Href = null);
