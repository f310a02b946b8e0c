using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;

namespace Lianzhang.Core.Programmes;

/// <summary>Tells the formula language what a programme's formulas may name.</summary>
internal static class BuildCatalogue
{
    public const string RegionAttribute = "region";
    public const string IndustryAttribute = "industry";

    public static Catalogue Of(RegionsFile regions, IReadOnlyList<Industry> industries, ItemsFile items, IReadOnlyList<Indicator> indicators)
    {
        var attributes = new Dictionary<string, CatalogueAttribute>(StringComparer.Ordinal)
        {
            [RegionAttribute] = new(RegionAttribute, "regions", Tree(regions.Regions.Select(region => (region.Code, region.Parent)))),
            [IndustryAttribute] = new(IndustryAttribute, "industries", Tree(industries.Select(industry => (industry.Code, industry.Parent)))),
        };
        foreach (var attribute in items.Attributes ?? [])
            attributes.TryAdd(attribute.Code, new(attribute.Code, attribute.Group, Tree((attribute.Values ?? []).Select(value => (value.Code, (string?)null)))));

        return new Catalogue(
            items.Items.DistinctBy(item => item.Code).ToDictionary(item => item.Code, item => new CatalogueItem(item.Code, item.Kind, item.Unit, item.Adding)),
            indicators.DistinctBy(indicator => indicator.Code).Where(indicator => indicator.Unit is not null).ToDictionary(indicator => indicator.Code, indicator => indicator.Unit!),
            attributes,
            regions.Regions.Select(region => region.Code).Concat((regions.Places ?? []).Select(place => place.Code)).ToHashSet());
    }

    private static CodeTree Tree(IEnumerable<(string Code, string? Parent)> nodes) =>
        new(nodes.DistinctBy(node => node.Code).ToDictionary(node => node.Code, node => node.Parent));
}
