using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Formulas;

/// <summary>A small city with four units and one more in a neighbouring city; docs/formula.md describes the same figures.</summary>
internal static class Sample
{
    public const string City = "371700";

    public static Catalogue Catalogue { get; } = new(
        Items(
            ("gdp", ItemKind.Flow, "亿元"), ("sei_value_added", ItemKind.Flow, "亿元"), ("retail", ItemKind.Flow, "亿元"), ("profit", ItemKind.Flow, "亿元"),
            ("capacity", ItemKind.Stock, "万千瓦"), ("gdp_growth", ItemKind.Rate, "%"), ("rnd", ItemKind.Flow, "万元"),
            ("output", ItemKind.Flow, "万元"), ("staff", ItemKind.Stock, "人"), ("land", ItemKind.Stock, "亩"), ("patents", ItemKind.Flow, "件")),
        new Dictionary<string, Unit> { ["sei_share"] = Unit.Percent, ["large_clusters"] = Unit.Parse("家"), ["first_circle"] = Unit.One, ["second_circle"] = Unit.One },
        new Dictionary<string, CatalogueAttribute>
        {
            ["region"] = new("region", null, Tree("370000", "371700<370000", "371702<371700", "371703<371700", "370100<370000")),
            ["industry"] = new("industry", null, Tree("sei", "biomedicine<sei", "drugs<biomedicine", "new_energy<sei", "other")),
            ["title"] = new("title", null, Tree("high_tech", "sme", "champion")),
            ["cluster"] = new("cluster", "clusters", Tree("medicine", "equipment")),
        },
        new HashSet<string> { "370000", "371700", "371702", "371703" });

    public static IReadOnlyList<ReportingUnit> Units { get; } =
    [
        Unit_("u1", "371702", "drugs", "high_tech", "medicine"),
        Unit_("u2", "371702", "biomedicine", "high_tech sme", "medicine"),
        Unit_("u3", "371703", "new_energy", "", "equipment"),
        Unit_("u4", "371703", "other", "sme", ""),
        Unit_("u5", "370100", "drugs", "high_tech", "medicine"),
    ];

    public static FactTable Facts { get; } = Tables.Of(Figures(), Units, UnitFacts());

    private static readonly Dictionary<string, string> IndicatorFormulas = new()
    {
        ["sei_share"] = "share(value(sei_value_added), value(gdp))",
        ["large_clusters"] = "count(clusters where sum(output) >= 200 亿元)",
        ["first_circle"] = "indicator(second_circle) + 1",
        ["second_circle"] = "indicator(first_circle)",
    };

    public static FormulaContext Context(string period, string region = City, FactTable? facts = null) =>
        new(facts ?? Facts, Catalogue, code => IndicatorFormulas.TryGetValue(code, out var source) ? Parse(source) : null, region, Period.Parse(period));

    public static Formula Parse(string source)
    {
        var formula = ParseFormula.Parse(source, out var faults);
        Assert.Empty(faults);
        return formula!;
    }

    public static Rule ParseRule(string source)
    {
        var rule = ParseFormula.ParseRule(source, out var faults);
        Assert.Empty(faults);
        return rule!;
    }

    public static RuleEvaluation OfUnit(string source, string period, string unit) =>
        EvaluateFormula.OfUnit(ParseRule(source), Context(period), Units.Single(one => one.Code == unit));

    public static Reading Evaluate(string source, string period = "2025", string region = City, FactTable? facts = null) =>
        EvaluateFormula.Evaluate(Parse(source), Context(period, region, facts)).Reading;

    public static PublishedFigure Figure(string item, string period, decimal amount, string unit, string place = City) =>
        new(item, place, Period.Parse(period), new Quantity(amount, Unit.Parse(unit)), string.Empty, FigureFlag.Final, null, new FigureSource("sample"), new Location("sample.csv"));

    public static UnitFact Fact(string item, string unit, string period, Reading reading) => new(item, unit, Period.Parse(period), reading);

    public static Reading Unanswered(string item, string unit, string period) =>
        Reading.OfMissing(new MissingFigure(item, unit, Period.Parse(period), ("未报", "not reported")));

    public static ReportingUnit Unit_(string code, string region, string industry, string titles, string cluster)
    {
        var attributes = new Dictionary<string, IReadOnlyList<string>> { ["region"] = [region], ["industry"] = [industry] };
        if (titles.Length > 0)
            attributes["title"] = titles.Split(' ');
        if (cluster.Length > 0)
            attributes["cluster"] = [cluster];
        return new ReportingUnit(code, attributes);
    }

    private static CodeTree Tree(params string[] nodes) => new(nodes.Select(node => node.Split('<')).ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1)));

    private static Dictionary<string, CatalogueItem> Items(params (string Code, ItemKind Kind, string Unit)[] items) =>
        items.ToDictionary(item => item.Code, item => new CatalogueItem(item.Code, item.Kind, Unit.Parse(item.Unit), item.Kind == ItemKind.Rate ? RegionRule.None : RegionRule.Sum));

    private static List<PublishedFigure> Figures() =>
    [
        Figure("gdp", "2023", 4000, "亿元"), Figure("gdp", "2024", 4400, "亿元"), Figure("gdp", "2025", 4840, "亿元"),
        Figure("gdp", "2025", 101_640, "亿元", "370000"),
        Figure("sei_value_added", "2024", 396, "亿元"), Figure("sei_value_added", "2025", 4_840_000, "万元"),
        Figure("retail", "2024-12", 40, "亿元"), Figure("retail", "2025-01", 10, "亿元"), Figure("retail", "2025-02", 20, "亿元"), Figure("retail", "2025-03", 30, "亿元"),
        Figure("profit", "2023", 0, "亿元"), Figure("profit", "2024", -2, "亿元"), Figure("profit", "2025", 5, "亿元"),
        Figure("capacity", "2024", 640, "万千瓦"), Figure("capacity", "2025", 700, "万千瓦"),
        Figure("gdp_growth", "2025", 6.5m, "%"),
    ];

    private static List<UnitFact> UnitFacts()
    {
        var facts = new List<UnitFact>();
        foreach (var (unit, before, now) in new[] { ("u1", 50, 60), ("u2", 10, 20), ("u3", 10, 20), ("u4", 5, 5), ("u5", 100, 100) })
        {
            for (var month = 1; month <= 3; month++)
            {
                facts.Add(Fact("output", unit, $"2024-0{month}", Reading.Of(before * 100_000_000m)));
                facts.Add(Fact("output", unit, $"2025-0{month}", Reading.Of(now * 100_000_000m)));
            }
        }

        facts.Add(Fact("staff", "u1", "2025-03", Reading.Of(1_000)));
        facts.Add(Fact("staff", "u2", "2025-03", Reading.Of(500)));
        facts.Add(Fact("staff", "u3", "2025-03", Unanswered("staff", "u3", "2025-03")));
        facts.Add(Fact("staff", "u4", "2025-03", Reading.NotApplicable));
        facts.Add(Fact("land", "u1", "2025-03", Reading.Of(Unit.Parse("亩").ToBase(300))));
        facts.Add(Fact("land", "u2", "2025-03", Reading.Of(Unit.Parse("亩").ToBase(150))));
        return facts;
    }
}
