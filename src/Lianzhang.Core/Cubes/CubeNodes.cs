using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;

namespace Lianzhang.Core.Cubes;

/// <summary>Where sums are kept: a region with an industry (0 for all) and a group (0 for none), wherever there is or was a unit.</summary>
internal readonly record struct CubeNode(int Region, int Industry, int Group);

/// <summary>The nodes that are not empty, by number.</summary>
internal sealed class CubeNodes(Catalogue catalogue)
{
    private readonly CubeAxis regions = new(catalogue.Attributes.GetValueOrDefault(UnitAttributes.Region)?.Values, hasWhole: false);
    private readonly CubeAxis industries = new(catalogue.Attributes.GetValueOrDefault(UnitAttributes.Industry)?.Values, hasWhole: true);
    private readonly Dictionary<UnitGroup, int> groups = [];
    private readonly Dictionary<CubeNode, int> numbers = [];
    private readonly Dictionary<int, int[]> paths = [];
    private readonly List<CubeNode> nodes = [];

    public int Count => nodes.Count;

    /// <summary>The node in which a unit itself lies.</summary>
    public int Leaf(string region, string? industry, UnitGroup? group) =>
        Number(new CubeNode(regions.Of(region), industry is null ? 0 : industries.Of(industry), group is { } known ? GroupOf(known) : 0));

    /// <summary>A leaf with all nodes above it.</summary>
    public int[] Path(int leaf)
    {
        if (paths.TryGetValue(leaf, out var known))
            return known;
        var node = nodes[leaf];
        return paths[leaf] = [.. from region in regions.Upwards(node.Region) from industry in industries.Upwards(node.Industry) select Number(new CubeNode(region, industry, node.Group))];
    }

    /// <summary>The codes of a node.</summary>
    public (string Region, string? Industry, UnitGroup? Group) Codes(int number)
    {
        var node = nodes[number];
        return (regions.Code(node.Region)!, industries.Code(node.Industry), node.Group == 0 ? null : groups.First(group => group.Value == node.Group).Key);
    }

    public int? Find(string region, string? industry, UnitGroup? group)
    {
        if (regions.Find(region) is not { } r || (industry is null ? 0 : industries.Find(industry)) is not { } i)
            return null;
        var g = 0;
        return (group is null || groups.TryGetValue(group.Value, out g)) && numbers.TryGetValue(new CubeNode(r, i, g), out var number) ? number : null;
    }

    /// <summary>The codes of an attribute with the node of each in a region.</summary>
    public IEnumerable<(string Code, int Node)> Groups(string attribute, string region)
    {
        foreach (var group in groups.Keys.Where(group => group.Attribute == attribute))
        {
            if (Find(region, industry: null, group) is { } node)
                yield return (group.Code, node);
        }
    }

    /// <summary>The regions at the top, each with what lies within it.</summary>
    /// <param name="placements">The units that are counted.</param>
    public CubeRegion[] Regions(IEnumerable<CubePlacement> placements)
    {
        var units = placements.ToLookup(place => nodes[place.Leaf].Region);
        var own = nodes.Index().ToLookup(node => node.Item.Region, node => node.Index);
        var within = own.Select(region => region.Key).ToLookup(regions.Parent);
        return Of(CubeAxis.None);

        CubeRegion[] Of(int above) => [.. within[above].Order().Select(region =>
        {
            var held = units[region].Select(place => place.Leaf).ToHashSet();
            CubeLeaf[] leaves = [.. units[region].GroupBy(place => place.Leaf, (leaf, placed) => new CubeLeaf(leaf, [.. placed.OrderBy(place => place.Unit)])).OrderBy(leaf => leaf.Node)];
            CubeSum[] industrial = [.. SumsOfIndustries(own[region], held)];
            return new CubeRegion(leaves, industrial, Of(region), [.. SumsOfRegions(own[region], held, [.. within[region].Order()])]);
        })];
    }

    // Of a region's own nodes those above the ones that hold units; they hold some themselves from then on.
    private IEnumerable<CubeSum> SumsOfIndustries(IEnumerable<int> own, HashSet<int> held)
    {
        var byParent = own.Where(node => industries.Parent(nodes[node].Industry) != CubeAxis.None)
            .GroupBy(node => numbers[nodes[node] with { Industry = industries.Parent(nodes[node].Industry) }])
            .OrderByDescending(children => industries.Depth(nodes[children.Key].Industry));
        foreach (var children in byParent)
        {
            int[] from = [.. children.Where(held.Contains)];
            if (from.Length > 0)
                yield return new CubeSum(children.Key, held.Add(children.Key) ? from : [children.Key, .. from]);
        }
    }

    private IEnumerable<CubeSum> SumsOfRegions(IEnumerable<int> own, HashSet<int> held, int[] within)
    {
        foreach (var node in own)
        {
            int[] from = [.. within.Select(region => nodes[node] with { Region = region }).Where(numbers.ContainsKey).Select(below => numbers[below])];
            if (from.Length > 0)
                yield return new CubeSum(node, held.Contains(node) ? [node, .. from] : from);
        }
    }

    private int GroupOf(UnitGroup group)
    {
        groups.TryAdd(group, groups.Count + 1);
        return groups[group];
    }

    private int Number(CubeNode node)
    {
        if (numbers.TryGetValue(node, out var known))
            return known;
        nodes.Add(node);
        return numbers[node] = nodes.Count - 1;
    }
}
