using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Generation;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Generation;

/// <summary>What is made up is the same every time, can be told from what is real, and has the shape of an economy.</summary>
public sealed class GeneratedEconomyTests
{
    private const decimal Yi = 10_000m;

    private static readonly GeneratedCity Heze = new GeneratedEconomy(Plan(2027)).City(0);

    // A city's reports are many, so that they are made once.
    private static readonly Lazy<IReadOnlyList<(GeneratedEnterprise Enterprise, IReadOnlyList<GeneratedReport> Reports)>> All =
        new(() => [.. Enumerable.Range(0, Heze.Count).Select(index => (Heze.Enterprise(index), (IReadOnlyList<GeneratedReport>)[.. Heze.Reports(index)]))]);

    [Fact]
    public void A_seed_always_gives_the_same_to_the_byte()
    {
        Assert.Equal("b70453bccfe3cae8adde6296373dac58", Hash(2027, 25)[..32]);
        Assert.NotEqual(Hash(2027, 5), Hash(2028, 5));
    }

    [Fact]
    public void Neither_culture_nor_the_order_of_asking_changes_it()
    {
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NegativeSign) = (",", "~");
        try
        {
            CultureInfo.CurrentCulture = other;
            var city = new GeneratedEconomy(Plan(2027)).City(0);
            _ = city.Reports(9).Count();
            Assert.Equal(Written(Heze, 3), Written(city, 3));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_month_holds_the_same_whichever_months_are_asked_for()
    {
        var shorter = new GeneratedEconomy(Plan(2027) with { Months = 12, Last = Period.Parse("2025-12") }).City(0);
        var code = Heze.Code(40);
        var index = Enumerable.Range(0, shorter.Count).Single(index => shorter.Code(index) == code);
        var march = Heze.Reports(40).First(report => report.Report.Period == Period.Parse("2025-03"));
        Assert.Equal(march.Report.Values, shorter.Reports(index).First(report => report.Report.Period == Period.Parse("2025-03")).Report.Values);
    }

    [Fact]
    public void Codes_are_valid_reserved_and_never_twice_the_same()
    {
        var codes = All.Value.Select(one => one.Enterprise.Code).ToList();
        Assert.All(codes, code => Assert.Null(CreditCode.Fault(code)));
        Assert.All(codes, code => Assert.True(GeneratedCodes.IsReserved(code)));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.False(GeneratedCodes.IsReserved("91371700MA3C000000"));
    }

    [Fact]
    public void A_province_has_cities_of_its_own_with_codes_of_no_division()
    {
        var province = new GeneratedEconomy(Plan(2027) with { Scale = GenerationScale.Province });
        Assert.Equal(20, province.Cities().Count());
        Assert.InRange(province.Cities().Sum(city => city.Count), 48_000, 52_000);
        var regions = province.Regions().ToList();
        Assert.Equal(regions.Count, regions.Select(region => region.Code).Distinct().Count());
        Assert.All(regions, region => Assert.StartsWith("99", region.Code, StringComparison.Ordinal));
        var last = province.City(19);
        Assert.Contains(last.Enterprise(0).Of(UnitAttributes.Region, Plan(2027).Today), last.Regions.Select(region => region.Code));
        Assert.Empty(Enumerable.Range(0, last.Count).Select(last.Code).Intersect(Enumerable.Range(0, Heze.Count).Select(Heze.Code)));
        Assert.Equal(200, new GeneratedEconomy(Plan(2027) with { Scale = GenerationScale.Nation }).Plan.Cities);
    }

    [Theory]
    [InlineData(2027)]
    [InlineData(1)]
    [InlineData(99)]
    public void Titles_and_clusters_stand_near_the_targets_of_2025(ulong seed)
    {
        var city = seed == 2027 ? Heze : new GeneratedEconomy(Plan(seed)).City(0);
        var enterprises = Enumerable.Range(0, city.Count).Select(city.Enterprise).ToList();
        var day = new DateOnly(2025, 12, 31);
        int Held(string title) => enterprises.Count(one => one.Titles.Any(held => held.Title == title && held.GrantedOn <= day && held.LastDay >= day));
        Assert.InRange(Held("high_tech"), 605, 640);
        Assert.InRange(Held("tech_sme"), 1_050, 1_110);

        var output = Enumerable.Range(0, city.Count)
            .Select(index => (Cluster: enterprises[index].Values.FirstOrDefault(value => value.Attribute == UnitAttributes.Cluster)?.Value, Index: index))
            .Where(one => one.Cluster is not null)
            .GroupBy(one => one.Cluster!, one => Latest(city.Reports(one.Index)).Where(known => known.Period.Year == 2025 && known.Value.Item == EnterpriseItems.Output).Sum(known => known.Value.Amount))
            .ToDictionary(cluster => cluster.Key, cluster => cluster.Sum() / Yi);
        var told = string.Join(' ', output.Select(one => $"{one.Key} {one.Value:0}"));
        Assert.True(output.Values.Count(amount => amount > 1_000) == 1, told);
        Assert.True(output.Values.Count(amount => amount > 100) is >= 4 and <= 6, told);
    }

    [Fact]
    public void Totals_are_held_to_what_is_published()
    {
        Assert.InRange(Total("biomedicine", EnterpriseItems.Output, 2022), 833 * 0.97m, 833 * 1.03m);
        Assert.InRange(Total("biomedicine", EnterpriseItems.Revenue, 2023), 854.8m * 0.97m, 854.8m * 1.03m);
        Assert.InRange(Total("high_end_equipment", EnterpriseItems.Output, 2025), 322 * 0.96m, 322 * 1.04m);
    }

    [Fact]
    public void Sizes_are_skewed_and_the_month_of_the_spring_festival_is_weak()
    {
        var outputs = All.Value.Select(one => Latest(one.Reports).Where(known => known.Value.Item == EnterpriseItems.Output && known.Period.Year == 2025).Sum(known => known.Value.Amount)).Where(sum => sum > 0).OrderDescending().ToList();
        Assert.True(outputs.Take(outputs.Count / 10).Sum() > outputs.Sum() * 0.45m);
        Assert.True(outputs.Average() > 2 * outputs[outputs.Count / 2]);
        var january = All.Value.SelectMany(one => Latest(one.Reports)).Where(known => known.Value.Item == EnterpriseItems.Output && known.Period.Year == 2025).GroupBy(known => known.Period.FirstMonth).ToDictionary(month => month.Key, month => month.Sum(known => known.Value.Amount));
        Assert.Equal(1, january.MinBy(month => month.Value).Key);
        Assert.Equal(12, january.MaxBy(month => month.Value).Key);
    }

    [Fact]
    public void All_four_states_occur_and_what_cannot_be_negative_is_not()
    {
        var values = All.Value.SelectMany(one => one.Reports).SelectMany(report => report.Report.Values).ToList();
        double Share(FactState state) => values.Count(value => value.State == state) / (double)values.Count;
        Assert.InRange(Share(FactState.Missing), 0.004, 0.02);
        Assert.InRange(Share(FactState.Zero), 0.03, 0.15);
        Assert.InRange(Share(FactState.NotApplicable), 0.01, 0.1);
        Assert.All(values.Where(value => value.State == FactState.Missing), value => Assert.NotNull(value.Reason));
        Assert.All(values.Where(value => value.Item != EnterpriseItems.Profit), value => Assert.True(value.Amount >= 0));
        Assert.Contains(values, value => value.Item == EnterpriseItems.Profit && value.Amount < 0);
        Assert.All(values, value => Assert.Equal(value.State == FactState.Value, value.Amount != 0));
    }

    [Fact]
    public void Some_reports_of_the_last_months_are_not_in_and_some_are_revised()
    {
        var plan = Plan(2027);
        var first = All.Value.SelectMany(one => one.Reports).Where(report => !report.Revises).ToList();
        double In(Period month) => first.Count(report => report.Report.Period == month) / (double)All.Value.Count(one => one.Enterprise.Of(UnitAttributes.Status, month.Start) == "active");
        Assert.InRange(In(plan.Last), 0.9, 0.97);
        Assert.InRange(In(plan.Last.Shift(-6)), 0.97, 1.01);
        Assert.All(All.Value.SelectMany(one => one.Reports), report => Assert.True(report.On <= plan.Today));
        var revisions = All.Value.SelectMany(one => one.Reports).Where(report => report.Revises).ToList();
        Assert.InRange(revisions.Count / (double)first.Count, 0.015, 0.03);
        Assert.All(revisions.SelectMany(report => report.Report.Values), value => Assert.Equal(FactFlags.Revised, value.Flags));
    }

    [Fact]
    public void Histories_have_moves_new_names_new_fields_closures_and_mergers_and_know_nothing_of_what_lies_ahead()
    {
        var enterprises = All.Value.Select(one => one.Enterprise).ToList();
        int Changed(string attribute) => enterprises.Count(one => one.Values.Count(value => value.Attribute == attribute) > 1);
        Assert.InRange(Changed(UnitAttributes.Region), 15, 60);
        Assert.InRange(Changed(UnitAttributes.Name), 25, 80);
        Assert.InRange(Changed(UnitAttributes.Industry), 8, 50);
        Assert.InRange(Changed(UnitAttributes.Status), 30, 140);
        var codes = enterprises.Select(one => one.Code).ToHashSet();
        var merged = enterprises.Where(one => one.MergedInto is not null).ToList();
        Assert.NotEmpty(merged);
        Assert.All(merged, one => Assert.Contains(one.MergedInto!, codes));
        var today = Plan(2027).Today;
        Assert.All(enterprises, one => Assert.All(one.Values, value => Assert.True(value.From <= today && (value.To is null || (value.To >= value.From && value.To <= today)))));
        Assert.All(enterprises, one => Assert.All(one.Titles, title => Assert.True(title.GrantedOn <= today && title.LastDay >= title.GrantedOn)));
        Assert.Equal(enterprises.Count, enterprises.Select(one => one.Of(UnitAttributes.Name, today)).Distinct().Count());
    }

    private static GenerationPlan Plan(ulong seed) => new(Repository.Heze.Programme!, Repository.Figures("programmes/heze", Repository.Heze.Programme!).Figures, GenerationScale.City, seed, Period.Parse("2026-10"));

    // In 亿元, of the enterprises that are in the industry or one of its fields.
    private static decimal Total(string industry, string item, int year)
    {
        var programme = Repository.Heze.Programme!;
        var fields = programme.Industries.Where(one => one.Parent == industry).Select(one => one.Code).Append(industry).ToHashSet();
        return All.Value
            .Where(one => one.Enterprise.Of(UnitAttributes.Industry, new DateOnly(year, 12, 31)) is { } field && fields.Contains(field))
            .SelectMany(one => Latest(one.Reports))
            .Where(known => known.Period.Year == year && known.Value.Item == item)
            .Sum(known => known.Value.Amount) / Yi;
    }

    private static IEnumerable<(Period Period, ReportedValue Value)> Latest(IEnumerable<GeneratedReport> reports) => reports
        .SelectMany(report => report.Report.Values.Select(value => (report.Report.Period, Value: value)))
        .GroupBy(known => (known.Period, known.Value.Item))
        .Select(known => known.Last());

    private static string Hash(ulong seed, int enterprises)
    {
        var city = new GeneratedEconomy(Plan(seed)).City(0);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, enterprises).Select(index => Written(city, index))))));
    }

    private static string Written(GeneratedCity city, int index)
    {
        var (one, text) = (city.Enterprise(index), new StringBuilder());
        text.Append(one.Code).Append(one.MergedInto).Append('\n');
        foreach (var value in one.Values)
            text.Append(CultureInfo.InvariantCulture, $"{value.Attribute} {value.Value} {value.From:O} {value.To:O}\n");
        foreach (var title in one.Titles)
            text.Append(CultureInfo.InvariantCulture, $"{title.Title} {title.Certificate} {title.GrantedOn:O} {title.ValidTo:O} {title.EndedOn:O}\n");
        foreach (var report in city.Reports(index))
        {
            text.Append(CultureInfo.InvariantCulture, $"{report.Report.Period} {report.On:O} {report.Revises}");
            foreach (var value in report.Report.Values)
                text.Append(CultureInfo.InvariantCulture, $" {value.Item} {value.State} {value.Amount} {value.Flags} {value.Reason}");
            text.Append('\n');
        }

        return text.ToString();
    }
}
