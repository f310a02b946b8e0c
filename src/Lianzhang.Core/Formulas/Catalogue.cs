using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>What formulas may name: built from a programme, so that the language knows nothing of any one government.</summary>
public sealed record Catalogue(
    IReadOnlyDictionary<string, CatalogueItem> Items,
    IReadOnlyDictionary<string, Unit> Indicators,
    IReadOnlyDictionary<string, CatalogueAttribute> Attributes,
    IReadOnlySet<string> Places);

/// <summary>An item as formulas see it; <paramref name="OverRegions"/> says whether it may be summed over units and regions.</summary>
public sealed record CatalogueItem(string Code, ItemKind Kind, Unit Unit, RegionRule OverRegions = RegionRule.Sum);

/// <summary>An attribute of reporting units; <paramref name="Group"/> is the plural under which units are grouped by it (clusters).</summary>
public sealed record CatalogueAttribute(string Code, string? Group, CodeTree Values);
