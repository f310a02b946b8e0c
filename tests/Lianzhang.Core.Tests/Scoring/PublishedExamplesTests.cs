namespace Lianzhang.Core.Tests.Scoring;

/// <summary>
/// Examples that others published come out as they published them: OECD/JRC, Handbook on Constructing Composite Indicators (2008), the
/// Technology Achievement Index of 23 countries (figures: table A.2).
/// </summary>
public sealed class PublishedExamplesTests
{
    private const string Folder = "docs/examples/scoring";

    // Table 23, column EW.
    private static readonly string[] ByEqualWeights =
    [
        "Finland", "United States", "Sweden", "Japan", "Korea", "Netherlands", "United Kingdom", "Singapore", "Canada", "Australia", "Germany", "Norway", "Ireland", "Belgium", "New Zealand", "Austria", "France", "Israel", "Spain", "Italy",
        "Czech Republic", "Hungary", "Slovenia",
    ];

    // As the Human Development Report 2001 gives them, to two digits; Singapore, of which the handbook has other figures, is left out.
    private static readonly Dictionary<string, double> Reported = new()
    {
        ["Finland"] = 0.74, ["United States"] = 0.73, ["Sweden"] = 0.70, ["Japan"] = 0.70, ["Korea"] = 0.67, ["Netherlands"] = 0.63, ["United Kingdom"] = 0.61, ["Canada"] = 0.59, ["Australia"] = 0.59, ["Germany"] = 0.58, ["Norway"] = 0.58,
        ["Ireland"] = 0.57, ["Belgium"] = 0.55, ["New Zealand"] = 0.55, ["Austria"] = 0.54, ["France"] = 0.54, ["Israel"] = 0.51, ["Spain"] = 0.48, ["Italy"] = 0.47, ["Czech Republic"] = 0.47, ["Hungary"] = 0.46, ["Slovenia"] = 0.46,
    };

    // Table 35, to three digits.
    private const string Five = """
        country,patents,royalties,internet,exports,telephones,electricity,schooling,university
        Finland,187,125.6,200.2,50.7,3.080,4.150,10,27.4
        USA,289,130,179.1,66.2,2.997,4.073,12,13.9
        Sweden,271,156.6,125.8,59.7,3.096,4.145,11.4,15.3
        Japan,994,64.6,49,80.8,3.003,3.865,9.5,10
        Korea,779,9.8,4.8,66.7,2.972,3.653,10.8,23.2
        """;

    private static string Read(string file) => File.ReadAllText(Path.Combine(Formulas.Repository.Root, Folder, file));

    [Fact]
    public void Equal_weights_rank_the_23_countries_as_published()
    {
        var result = Scored.By(Read("tai.yaml"), Read("tai.csv"));
        Assert.Equal(ByEqualWeights, result.Units.OrderBy(unit => unit.Rank).Select(unit => unit.Unit));
        // Logarithms of two digits move a score by up to a thousandth.
        Assert.All(Reported, country => Assert.Equal(country.Value, result.Units.Single(unit => unit.Unit == country.Key).Score!.Value, 0.0065));
    }

    // Table 36: the share of indicators in which a country is better, ties by half.
    [Fact]
    public void Five_countries_outrank_each_other_as_published()
    {
        var spec = "unit: country\nscore: index\naggregates:\n- {code: index}\nindicators:\n" + string.Concat(Five.Split('\n')[0].Split(',').Skip(1).Select(code => $"- {{code: {code}, parent: index, weight: 1}}\n")) + "steps:\n- {step: s, method: METHOD}\n";
        var sums = Scored.By(spec.Replace("METHOD", "outranking", StringComparison.Ordinal), Five);
        Scored.Same(sums.Scores(), 0.5 + 0.375 + 0.75 + 0.625, 0.5 + 0.5 + 0.625 + 0.625, 0.625 + 0.5 + 0.75 + 0.625, 0.25 + 0.375 + 0.25 + 0.75, 0.375 + 0.375 + 0.375 + 0.25);
        Scored.Same(Scored.By(spec.Replace("METHOD", "copeland", StringComparison.Ordinal), Five).Scores(), 1, 2, 3, -2, -4);
    }
}
