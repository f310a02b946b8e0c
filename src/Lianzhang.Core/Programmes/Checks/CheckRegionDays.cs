namespace Lianzhang.Core.Programmes.Checks;

/// <summary>A region that was merged or split has a last day and leads to regions that went on after it; former names follow each other.</summary>
internal static class CheckRegionDays
{
    public static void Check(Draft draft, IReadOnlyList<Region> regions)
    {
        var byCode = regions.DistinctBy(region => region.Code).ToDictionary(region => region.Code);
        foreach (var region in regions)
        {
            if (region is { Successors.Count: > 0, To: null })
                draft.Fault(region, "successors", ("有后继地区的须写明最后一日 to", "a region with successors has a last day: give to"));
            foreach (var code in region.Successors ?? [])
                Successor(draft, region, code, byCode.GetValueOrDefault(code));
            foreach (var _ in (region.Successors ?? []).GroupBy(code => code).Where(same => same.Skip(1).Any()))
                draft.Fault(region, "successors", ("后继地区重复", "a successor is given twice"));
            Names(draft, region);
        }
    }

    private static void Successor(Draft draft, Region region, string code, Region? successor)
    {
        if (code == region.Code)
            draft.Fault(region, "successors", ("不能以自身为后继地区；只改名称的用 formerly", "a region does not succeed itself; for a new name use formerly"));
        else if (successor is { To: { } last } && last <= region.To)
            draft.Fault(region, "successors", ($"后继地区 {code} 同日或更早终止", $"the successor {code} ended on the same day or before"));
    }

    private static void Names(Draft draft, Region region)
    {
        var names = region.Formerly ?? [];
        foreach (var (earlier, later) in names.Zip(names.Skip(1)))
        {
            if (later.Until <= earlier.Until)
                draft.Fault(later, "until", ("曾用名应按时间先后排列", "former names stand in the order of their days"));
        }

        if (names is [.., { } last] && region.To <= last.Until)
            draft.Fault(last, "until", ("曾用名应早于该地区的最后一日", "a former name ends before the region does"));
    }
}
