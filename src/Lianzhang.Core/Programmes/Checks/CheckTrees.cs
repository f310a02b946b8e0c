namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Regions, industries and measures form trees, and what belongs to a child belongs to its parent.</summary>
internal static class CheckTrees
{
    public static void Check(Draft draft)
    {
        var regions = draft.Regions?.Regions ?? [];
        var industries = draft.Industries?.Industries ?? [];
        var measures = draft.Measures?.Measures ?? [];
        NoCycle(draft, regions, region => region.Code, region => region.Parent);
        NoCycle(draft, industries, industry => industry.Code, industry => industry.Parent);
        NoCycle(draft, measures, measure => measure.Code, measure => measure.Parent);

        foreach (var region in regions)
            LowerKind(draft, region, regions.FirstOrDefault(parent => parent.Code == region.Parent));
        foreach (var industry in industries)
            WithinParent(draft, industry, industries.FirstOrDefault(parent => parent.Code == industry.Parent));
        ClaimedOnce(draft, industries);
        TilesApart(draft, regions);
        CheckRegionDays.Check(draft, regions);
    }

    private static void TilesApart(Draft draft, IReadOnlyList<Region> regions)
    {
        foreach (var again in regions.Where(region => region is { Tile: not null, To: null }).GroupBy(region => (region.Parent, region.Tile)).SelectMany(same => same.Skip(1)))
            draft.Fault(again, "tile", ("此位置已有其他地区的图块", "another region's tile stands there"));
    }

    // A cycle is told once, at the member that stands first in the file.
    private static void NoCycle<T>(Draft draft, IReadOnlyList<T> nodes, Func<T, string> code, Func<T, string?> parent)
        where T : class
    {
        var byCode = nodes.DistinctBy(code).ToDictionary(code);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var path = new List<string> { code(node) };
            for (var up = parent(node); up is not null && byCode.TryGetValue(up, out var next); up = parent(next))
            {
                path.Add(up);
                if (up != code(node))
                {
                    if (path.Count > nodes.Count)
                        break;
                    continue;
                }

                if (!path.Exists(told.Contains))
                {
                    var shown = string.Join(" → ", path);
                    draft.Fault(node, "parent", ($"上下级循环：{shown}", $"parents form a cycle: {shown}"));
                }

                told.UnionWith(path);
                break;
            }
        }
    }

    private static void LowerKind(Draft draft, Region region, Region? parent)
    {
        if (parent is null)
            return;
        var level = (RegionKind kind) => kind == RegionKind.Zone ? RegionKind.County : kind;
        if (level(region.Kind) <= level(parent.Kind))
        {
            draft.Fault(region, "kind", (
                $"{region.Name.Zh}的层级不低于上级 {parent.Name.Zh}",
                $"{region.Code} is not of a lower kind than its parent {parent.Code}"));
        }
    }

    private static void WithinParent(Draft draft, Industry industry, Industry? parent)
    {
        if (parent is null || !parent.GbCodes.Any())
            return;
        foreach (var code in industry.GbCodes.Where(code => !parent.GbCodes.Any(above => code.StartsWith(above, StringComparison.Ordinal))))
        {
            draft.Fault(industry, KeyOf(industry, code), (
                $"行业代码 {code} 不在上级 {parent.Name.Zh} 的代码范围内",
                $"GB/T 4754 code {code} lies outside the codes of its parent {parent.Code}"));
        }
    }

    // The same activity counted whole in two industries would be counted twice in the total.
    private static void ClaimedOnce(Draft draft, IReadOnlyList<Industry> industries)
    {
        var claims = industries.SelectMany(industry => industry.GbCodes.Select(code => (industry, code, whole: (industry.Gb ?? []).Contains(code)))).ToList();
        for (var i = 0; i < claims.Count; i++)
        {
            foreach (var earlier in claims.Take(i))
            {
                var (industry, code, whole) = claims[i];
                if ((!whole && !earlier.whole) || !Overlap(code, earlier.code) || Related(industries, industry, earlier.industry))
                    continue;
                draft.Fault(industry, KeyOf(industry, code), (
                    $"行业代码 {code} 与 {earlier.industry.Name.Zh} 的 {earlier.code} 重叠；只属其中一部分的，两处均应列入 gb_partly",
                    $"GB/T 4754 code {code} overlaps {earlier.code} of {earlier.industry.Code}; where each holds only a part, both list it under gb_partly"));
                break;
            }
        }
    }

    private static bool Overlap(string a, string b) => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);

    private static bool Related(IReadOnlyList<Industry> industries, Industry a, Industry b) => Above(industries, a).Contains(b.Code) || Above(industries, b).Contains(a.Code);

    private static IEnumerable<string> Above(IReadOnlyList<Industry> industries, Industry industry)
    {
        var current = industry;
        for (var steps = 0; current is not null && steps <= industries.Count; steps++)
        {
            yield return current.Code;
            current = industries.FirstOrDefault(candidate => candidate.Code == current.Parent);
        }
    }

    private static string KeyOf(Industry industry, string code) => (industry.Gb ?? []).Contains(code) ? "gb" : "gb_partly";
}
