using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Web.Design;

/// <summary>A region with its figure, as a map shows it.</summary>
/// <param name="Code">Code of the region.</param>
/// <param name="Name">Its name.</param>
/// <param name="Short">Its name where there is little room.</param>
/// <param name="Value">Its figure with unit, or null where there is none.</param>
/// <param name="Colour">Colour of its light.</param>
/// <param name="Word">Word of its light.</param>
/// <param name="Href">Where it leads.</param>
public sealed record AreaFigure(string Code, Text Name, Text Short, string? Value, Colour Colour, Text Word, string Href);
