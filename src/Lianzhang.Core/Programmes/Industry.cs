using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>A node of the programme's industry tree: the whole, an industry, or a field of it.</summary>
public sealed record Industry(
    [property: Description("Code of the industry or field.")] string Code,
    Text Name,
    [property: Description("Code of the industry that it belongs to.")] string? Parent = null,
    [property: Description("GB/T 4754-2017 code prefixes that belong to it as a whole.")] IReadOnlyList<string>? Gb = null,
    [property: Description("GB/T 4754-2017 code prefixes of which only a part belongs to it.")] IReadOnlyList<string>? GbPartly = null,
    [property: Description("What the mapping to codes leaves open.")] string? Note = null)
{
    public IEnumerable<string> GbCodes => [.. Gb ?? [], .. GbPartly ?? []];
}

/// <summary>The file industries.yaml.</summary>
public sealed record IndustriesFile([property: Description("Industries and their fields, as a tree.")] IReadOnlyList<Industry> Industries);
