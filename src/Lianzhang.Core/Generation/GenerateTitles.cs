using System.Globalization;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Generation;

/// <summary>
/// The titles of one enterprise. How many hold one at the end of a year is laid down for a city of the usual number of enterprises; those
/// that are fittest hold it, and a few lose theirs at a review.
/// </summary>
internal sealed class GenerateTitles(GenerationPlan plan, CityGround ground)
{
    private const int FirstYear = 2018;
    private const int LastYear = 2030;
    private const double UsualCity = 2_740;

    // Holders at the end of 2018 and of each year after it, with those that lose theirs early.
    private static readonly int[] HighTech = [210, 268, 333, 408, 480, 548, 602, 648, 695, 733, 758, 779, 794];
    private static readonly int[] TechSme = [413, 533, 652, 788, 908, 1_016, 1_103, 1_176, 1_248, 1_304, 1_348, 1_380, 1_413];

    public IReadOnlyList<GeneratedTitle> Of(FirmSketch firm)
    {
        var draw = Draw.For(plan.Seed, (long)Purpose.Title, ground.City, firm.Number);
        var titles = new List<GeneratedTitle>();
        if (FirstIn(HighTech, firm.Inventive) is { } recognised)
            Years(titles, firm, recognised, ref draw);
        if (firm.Agile is { } agile && FirstIn(TechSme, agile) is { } listed)
            Yearly(titles, firm, listed, ref draw);
        Once(titles, firm, ref draw);
        return [.. titles.Where(title => title.GrantedOn <= plan.Today && !(firm.Ended <= title.GrantedOn) && ground.Titles.Contains(title.Title)).Select(title => Ended(title, firm))];
    }

    // A high-tech enterprise is recognised for three years, late in the year, and again when they are over.
    private static void Years(List<GeneratedTitle> titles, FirmSketch firm, int first, ref Draw draw)
    {
        // Those of the first year were granted in any of the three years before.
        var from = Math.Max(first == FirstYear ? FirstYear - draw.Below(3) : first, firm.Founded.Year + 1);
        for (var day = new DateOnly(from, 11, 1).AddDays(draw.Below(55)); day.Year <= LastYear; day = day.AddYears(3))
        {
            titles.Add(new GeneratedTitle("high_tech", "national", Number("GR", day, firm.Number), day, day.AddYears(3).AddDays(-1), ReviewBy: day.AddYears(3).AddMonths(-3)));
            if (draw.Chance(0.025))
                return;
        }
    }

    // The list of technology SMEs is renewed each spring.
    private static void Yearly(List<GeneratedTitle> titles, FirmSketch firm, int first, ref Draw draw)
    {
        for (var year = Math.Max(first, firm.Founded.Year + 1); year <= LastYear; year++)
        {
            var day = titles.Exists(title => title.Title == "tech_sme") ? new DateOnly(year, 3, 10 + draw.Below(20)) : new DateOnly(year, 4 + draw.Below(6), 1 + draw.Below(28));
            titles.Add(new GeneratedTitle("tech_sme", "provincial", Number("KJ", day, firm.Number), day, new DateOnly(year + 1, 3, 31)));
            if (draw.Chance(0.008))
                return;
        }
    }

    private static void Once(List<GeneratedTitle> titles, FirmSketch firm, ref Draw draw)
    {
        Granted(titles, firm, "specialised_new", "provincial", 3, firm.Standing is > 0.5 and < 0.97 && firm.Inventive < 900 ? 0.45 : 0, ref draw);
        Granted(titles, firm, "little_giant", "national", 3, firm.Standing is > 0.85 and < 0.99 && firm.Inventive < 600 ? 0.12 : 0, ref draw);
        Granted(titles, firm, "single_champion", "provincial", 3, firm.Standing > 0.95 && firm.Inventive < 600 ? 0.2 : 0, ref draw);
        Granted(titles, firm, "gazelle", "provincial", 3, firm.Drift > 0.05 && firm.Standing > 0.6 ? 0.25 : 0, ref draw);
        Granted(titles, firm, "unicorn", "provincial", 3, firm.Drift > 0.09 && firm.Standing > 0.99 ? 0.5 : 0, ref draw);
    }

    private static void Granted(List<GeneratedTitle> titles, FirmSketch firm, string title, string level, int years, double chance, ref Draw draw)
    {
        var (granted, renewed) = (draw.Chance(chance), draw.Chance(0.75));
        var day = new DateOnly(2019 + draw.Below(8), 3 + draw.Below(9), 1 + draw.Below(28));
        if (!granted || day < firm.Founded.AddYears(2))
            return;
        titles.Add(new GeneratedTitle(title, level, Number("ZS", day, firm.Number), day, day.AddYears(years).AddDays(-1), ReviewBy: day.AddYears(years).AddMonths(-2)));
        if (renewed)
            titles.Add(new GeneratedTitle(title, level, Number("ZS", day.AddYears(years), firm.Number), day.AddYears(years), day.AddYears(2 * years).AddDays(-1), ReviewBy: day.AddYears(2 * years).AddMonths(-2)));
    }

    private int? FirstIn(int[] holders, int place)
    {
        var year = Array.FindIndex(holders, count => place < count * (plan.EnterprisesInCity / UsualCity));
        return year < 0 ? null : FirstYear + year;
    }

    // With the enterprise its titles end.
    private GeneratedTitle Ended(GeneratedTitle title, FirmSketch firm) => firm.Ended is { } ended && ended <= title.ValidTo && ended <= plan.Today
        ? title with { EndedOn = ended.AddDays(-1), EndReason = firm.MergedInto is null ? "企业注销" : "企业合并" }
        : title;

    private static string Number(string kind, DateOnly day, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{day.Year}99{number:000000}");
}
