using Lianzhang.Core.Values;

namespace Lianzhang.Core.Generation;

/// <summary>Draws the enterprises of a city in outline: who there is, how large, and who goes into whom.</summary>
internal static class SketchCity
{
    // Once in a city's life, so that histories do not depend on the months that are asked for.
    private const int FirstYear = 2001;
    private const int FirstNew = 2018;
    private const int LastNew = 2028;
    private const double Spread = 1.5;
    private const double Clip = 2.8;

    public static IReadOnlyList<FirmSketch> Of(GenerationPlan plan, CityGround ground)
    {
        var firms = Enumerable.Range(0, plan.EnterprisesInCity).Select(number => Firm(plan, ground, number)).ToList();
        Rank(plan, ground, firms);
        Gather(plan, ground, firms);
        Merge(plan, ground, firms);
        return firms;
    }

    private static FirmSketch Firm(GenerationPlan plan, CityGround ground, int number)
    {
        var draw = Draw.For(plan.Seed, (long)Purpose.Sketch, ground.City, number);
        var industry = draw.Weighted(ground.IndustryShares);
        var field = industry < ground.Industries.Count ? ground.Industries[industry].Fields[draw.Weighted(ground.Industries[industry].FieldShares)] : null;
        var founded = draw.Chance(0.72) ? Day(ref draw, FirstYear, FirstNew - 1) : Day(ref draw, FirstNew, LastNew);
        var size = Math.Clamp(draw.Normal(), -Clip, Clip) * Spread;
        return new FirmSketch
        {
            Number = number,
            Industry = industry,
            Field = field,
            County = draw.Weighted(ground.CountyShares),
            // A young enterprise is seldom a large one.
            Weight = Draw.Exp(founded.Year >= FirstNew ? Math.Min(size, Spread) - 0.5 : size),
            Drift = Math.Clamp(draw.Normal(), -2, 2) * 0.06,
            Founded = founded,
            Ended = draw.Chance(size > 0 ? 0.01 : 0.06) && Day(ref draw, 2021, LastNew) is var end && end > founded.AddYears(2) ? new DateOnly(end.Year, end.Month, 1) : null,
        };
    }

    private static DateOnly Day(ref Draw draw, int firstYear, int lastYear) =>
        new DateOnly(firstYear, 1, 1).AddDays(draw.Below(new DateOnly(lastYear + 1, 1, 1).DayNumber - new DateOnly(firstYear, 1, 1).DayNumber));

    // Who is larger is likelier to have a title, and what ends soon has none.
    private static void Rank(GenerationPlan plan, CityGround ground, List<FirmSketch> firms)
    {
        foreach (var (place, firm) in firms.OrderBy(firm => firm.Weight).ThenBy(firm => firm.Number).Index())
            firm.Standing = (place + 0.5) / firms.Count;
        foreach (var (place, firm) in firms.OrderByDescending(firm => Fitness(plan, ground, firm, 0.7)).ThenBy(firm => firm.Number).Index())
            firm.Inventive = place;
        foreach (var (place, firm) in firms.Where(firm => firm.Standing < 0.95).OrderByDescending(firm => Fitness(plan, ground, firm, 0.3)).ThenBy(firm => firm.Number).Index())
            firm.Agile = place;
    }

    private static double Fitness(GenerationPlan plan, CityGround ground, FirmSketch firm, double ofSize)
    {
        var draw = Draw.For(plan.Seed, (long)Purpose.Fitness, ground.City, firm.Number, (long)(ofSize * 10));
        return (ofSize * firm.Standing) + draw.Fraction() + (firm.Founded.Year < 2016 ? 0.4 : 0) - (firm.Ended is null ? 0 : 3) - (firm.Field is null ? 0.5 : 0);
    }

    // Members stay: who will end is in no cluster, and who is young joins with the first year of which it can report all.
    private static void Gather(GenerationPlan plan, CityGround ground, List<FirmSketch> firms)
    {
        foreach (var firm in firms.Where(firm => firm.Ended is null && firm.Field is not null))
        {
            var draw = Draw.For(plan.Seed, (long)Purpose.Cluster, ground.City, firm.Number);
            for (var index = 0; index < ground.Clusters.Count; index++)
            {
                var (cluster, industry) = (ground.Clusters[index], ground.Industries[firm.Industry]);
                var isOfField = cluster.Industry == firm.Field;
                if (!isOfField && cluster.Industry != industry.Code)
                    continue;
                // What makes an industry large lies in its cluster where the whole industry is one.
                var share = industry.Shape.Output > 1_000 || isOfField ? (firm.Standing > 0.5 ? 0.99 : 0.7) : 0.58;
                if (draw.Chance(share))
                    firm.Cluster = index;
            }
        }
    }

    private static void Merge(GenerationPlan plan, CityGround ground, List<FirmSketch> firms)
    {
        var draw = Draw.For(plan.Seed, (long)Purpose.Merger, ground.City);
        foreach (var gone in firms.Where(firm => firm.Ended is not null && firm.Founded.Year < 2019).ToList())
        {
            if (!draw.Chance(0.2))
                continue;
            var heirs = firms.Where(firm => firm.Ended is null && firm.Industry == gone.Industry && firm.Founded.Year < 2017 && firm.Standing > 0.6).ToList();
            if (heirs.Count > 0)
                gone.MergedInto = draw.Of(heirs).Number;
        }
    }
}

/// <summary>What is drawn for: streams of different purposes have nothing to do with each other.</summary>
internal enum Purpose
{
    Sketch = 1,
    Fitness,
    Cluster,
    Merger,
    History,
    Title,
    Firm,
    Month,
    Report,
}
