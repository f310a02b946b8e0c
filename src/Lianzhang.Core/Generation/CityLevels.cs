using Lianzhang.Core.Values;

namespace Lianzhang.Core.Generation;

/// <summary>
/// What each enterprise of a city makes in a year, so that together they make what their industry does: its share by size and growth of
/// all that are there in the year.
/// </summary>
internal sealed class CityLevels
{
    private const int Middle = 2025;

    private readonly CityGround ground;
    private readonly IndustryTotals other;
    private readonly Dictionary<(int Industry, int Year), double> yearly = [];

    public CityLevels(GenerationPlan plan, CityGround ground, IReadOnlyList<FirmSketch> firms)
    {
        this.ground = ground;
        other = IndustryTotals.Of(plan, null);
        for (var year = plan.First.Year; year <= plan.Last.Year; year++)
        {
            foreach (var industry in firms.GroupBy(firm => firm.Industry))
                yearly[(industry.Key, year)] = industry.Sum(firm => Size(firm, year) * SeasonsIn(firm, year));
        }
    }

    public IndustryTotals Totals(FirmSketch firm) => firm.Industry < ground.Industries.Count ? ground.Industries[firm.Industry].Totals : other;

    public IndustryShape Shape(FirmSketch firm) => firm.Industry < ground.Industries.Count ? ground.Industries[firm.Industry].Shape : IndustryShape.Other;

    /// <summary>Output of an enterprise in a month of a year in 万元, before the season and what chance adds.</summary>
    public double Monthly(FirmSketch firm, int year)
    {
        var all = yearly[(firm.Industry, year)];
        return all == 0 ? 0 : Totals(firm).Output(year) * Size(firm, year) / all;
    }

    private static double Size(FirmSketch firm, int year) => firm.Weight * Draw.Exp(firm.Drift * (year - Middle));

    private static double SeasonsIn(FirmSketch firm, int year)
    {
        var sum = 0.0;
        for (var month = 1; month <= 12; month++)
            sum += firm.IsThereIn(year, month) ? Seasons.Of(year, month) : 0;
        return sum;
    }
}
