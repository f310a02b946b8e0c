using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Generation;

/// <summary>
/// An economy that was made up for trial and for measuring: city by city and enterprise by enterprise, so that a nation's fits where a
/// city's does.
/// </summary>
public sealed class GeneratedEconomy(GenerationPlan plan)
{
    public GenerationPlan Plan => plan;

    public GeneratedCity City(int number) => new(plan, number);

    public IEnumerable<GeneratedCity> Cities() => Enumerable.Range(0, plan.Cities).Select(City);

    /// <summary>All regions from the top; those of a city alone are the programme's own.</summary>
    public IEnumerable<GeneratedRegion> Regions()
    {
        var provinces = plan.Scale switch
        {
            GenerationScale.City => [],
            GenerationScale.Province => new[] { new GeneratedRegion("990000", "样本01省", RegionKind.Province, null) },
            GenerationScale.Nation => [.. Enumerable.Range(0, GenerationPlan.ProvincesOfNation).Select(number => new GeneratedRegion($"{90 + number}0000", $"样本{number + 1:00}省", RegionKind.Province, null))],
        };
        return provinces.Concat(Cities().SelectMany(city => city.Regions));
    }
}
