using Lianzhang.Core.Programmes;

namespace Lianzhang.Web.Pages.Indicators;

/// <summary>Which regions stand on a programme's map.</summary>
public static class MapRegions
{
    /// <summary>The parts of the programme's own region that have not been merged or split.</summary>
    public static IEnumerable<Region> Shown(IReadOnlyList<Region> regions, string own) => regions.Where(region => region.Parent == own && region.To is null);

    /// <summary>Those that a map must draw. A functional zone lies inside a county and is on few approved maps.</summary>
    public static IEnumerable<Region> Required(IReadOnlyList<Region> regions, string own) => Shown(regions, own).Where(region => region.Kind != RegionKind.Zone);
}
