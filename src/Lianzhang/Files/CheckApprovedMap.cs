using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Web.Design;
using Lianzhang.Web.Pages.Indicators;

namespace Lianzhang.Files;

/// <summary>Whether a map draws the regions of a programme, all of them and no others.</summary>
internal static class CheckApprovedMap
{
    /// <param name="map">The operator's map.</param>
    /// <param name="regions">The programme's regions.</param>
    /// <param name="own">Code of the region whose parts are drawn.</param>
    public static IReadOnlyList<Fault> Check(ApprovedMap map, IReadOnlyList<Region> regions, string own)
    {
        var name = regions.First(region => region.Code == own).Name;
        var shown = MapRegions.Shown(regions, own).Select(region => region.Code).ToHashSet();
        var strange = map.Features.Where(feature => !shown.Contains(feature.Code)).Select(feature => Strange(feature, name, shown.Where(code => !map.Has(code))));
        var lacking = MapRegions.Required(regions, own).Where(region => !map.Has(region.Code)).Select(Lacking);
        return [.. strange.Concat(lacking).Select(message => new Fault(new Location(map.File), message))];
    }

    private static Text Strange(MapFeature feature, Text own, IEnumerable<string> undrawn)
    {
        var hint = Nearest.Hint(feature.Code, undrawn);
        return (
            $"要素 {feature.Code}（{feature.Name}）不是方案中{own.Zh}的下级地区；请改正代码，或从文件中删去此要素{hint.Zh}",
            $"feature {feature.Code} ({feature.Name}) is no part of {own.In(Language.English)} in the programme; put its code right, or take it out of the file{hint.En}");
    }

    private static Text Lacking(Region region) => (
        $"缺少 {region.Code} {region.Name.Zh}，请换用画有全部下级地区的地图",
        $"{region.Code} {region.Name.In(Language.English)} is lacking; use a map that draws every part");
}
