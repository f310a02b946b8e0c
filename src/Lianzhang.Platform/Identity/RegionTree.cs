using System.Collections.Frozen;

namespace Lianzhang.Platform.Identity;

/// <summary>Which region lies below which.</summary>
internal sealed class RegionTree(ILookup<string?, string> children)
{
    public static RegionTree Of(IEnumerable<RegionNode> regions) => new(regions.ToLookup(region => region.Parent, region => region.Code));

    /// <summary>A region with everything below it. A circle in the data ends where it began.</summary>
    public FrozenSet<string> Below(string region)
    {
        var found = new HashSet<string> { region };
        var open = new Stack<string>(found);
        while (open.TryPop(out var next))
        {
            foreach (var child in children[next].Where(found.Add))
                open.Push(child);
        }

        return found.ToFrozenSet();
    }
}
