using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Generation;

/// <summary>Where the enterprises of a city can lie and belong: its counties, parks, industries with their fields, clusters and chain nodes.</summary>
internal sealed class CityGround
{
    // Places differ: the districts of the city and the zones have more than counties far out.
    private static readonly double[] CountyWeights = [18, 7, 14, 10, 7, 9, 9, 6, 8, 7, 9];

    private static readonly Dictionary<string, double> FieldWeights = new(StringComparer.Ordinal)
    {
        ["e_commerce"] = 2.6,
        ["electromechanical_equipment"] = 2,
        ["chemical_materials"] = 2,
    };

    private CityGround(int city, GenerationPlan plan)
    {
        City = city;
        var programme = plan.Programme;
        IsOwn = plan.Scale == GenerationScale.City;
        Regions = IsOwn ? OwnRegions(programme) : MadeUpRegions(plan, city);
        Counties = [.. Regions.Where(region => region.Parent is not null && Regions.Any(city => city.Code == region.Parent && city.Kind == RegionKind.City))];
        if (Counties.Count == 0)
            Counties = [Regions[0]];
        CountyShares = [.. Counties.Select((_, index) => CountyWeights[index % CountyWeights.Length])];
        var root = programme.Industries.First(industry => industry.Parent is null).Code;
        Industries = [.. programme.Industries.Where(industry => industry.Parent == root).Select(industry => new IndustryGround(industry, programme.Industries, plan))];
        IndustryShares = [.. Industries.Select(industry => industry.Shape.Firms), IndustryShape.Other.Firms];
        Clusters = [.. Values(programme, UnitAttributes.Cluster).Select(code => ClusterOf(code, programme, root)).OfType<GeneratedCluster>()];
        Parks = IsOwn ? [.. programme.Places.Where(place => place.Kind == PlaceKind.Park)] : [];
        ChainNodes = [.. Values(programme, UnitAttributes.ChainNode)];
        Kinds = Values(programme, UnitAttributes.Kind).ToHashSet();
        Titles = Values(programme, UnitAttributes.Title).ToHashSet();
    }

    public int City { get; }

    public bool IsOwn { get; }

    public IReadOnlyList<GeneratedRegion> Regions { get; }

    public IReadOnlyList<GeneratedRegion> Counties { get; }

    public IReadOnlyList<double> CountyShares { get; }

    public IReadOnlyList<IndustryGround> Industries { get; }

    public IReadOnlyList<double> IndustryShares { get; }

    public IReadOnlyList<GeneratedCluster> Clusters { get; }

    public IReadOnlyList<Place> Parks { get; }

    public IReadOnlyList<string> ChainNodes { get; }

    public IReadOnlySet<string> Kinds { get; }

    public IReadOnlySet<string> Titles { get; }

    public static CityGround Of(GenerationPlan plan, int city) => new(city, plan);

    /// <summary>The field or industry whose enterprises a cluster gathers, told by the cluster's code: biomedicine_cluster gathers biomedicine.</summary>
    private GeneratedCluster? ClusterOf(string code, Programme programme, string root)
    {
        const string Ending = "_cluster";
        if (!code.EndsWith(Ending, StringComparison.Ordinal))
            return null;
        var stem = code[..^Ending.Length];
        var industry = programme.Industries.FirstOrDefault(industry => industry.Code == stem)
            ?? programme.Industries.FirstOrDefault(industry => industry.Code != root && industry.Code.EndsWith($"_{stem}", StringComparison.Ordinal));
        if (industry is null)
            return null;
        var name = programme.NameOfCode(code);
        return IsOwn
            ? new GeneratedCluster(code, name, industry.Code)
            : new GeneratedCluster($"{code}_{Regions[0].Code}", ($"{Regions[0].Name}{name.Zh}", $"{name.En}, {Regions[0].Name}"), industry.Code);
    }

    private static IEnumerable<string> Values(Programme programme, string attribute) =>
        programme.Catalogue.Attributes.TryGetValue(attribute, out var known) ? known.Values.Codes : [];

    private static List<GeneratedRegion> OwnRegions(Programme programme) =>
        [.. programme.Regions.Select(region => new GeneratedRegion(region.Code, (region.Short ?? region.Name).Zh, region.Parent is null ? RegionKind.City : region.Kind, region.Parent)).OrderBy(region => region.Parent is null ? 0 : 1)];

    // The digits of a province from 90 on are no province's.
    private static List<GeneratedRegion> MadeUpRegions(GenerationPlan plan, int city)
    {
        var (province, number) = (city / GenerationPlan.CitiesOfProvince, (city % GenerationPlan.CitiesOfProvince) + 1);
        var start = plan.Scale == GenerationScale.Province ? 99 : 90 + province;
        var code = $"{start:00}{number:00}00";
        var name = $"样本{province + 1:00}省{number:00}市";
        var counties = Math.Max(1, plan.Programme.Regions.Count(region => region.Parent == plan.Programme.Head.Region));
        return [new GeneratedRegion(code, name, RegionKind.City, $"{start:00}0000"), .. Enumerable.Range(1, counties).Select(county => new GeneratedRegion($"{start:00}{number:00}{county:00}", $"{name}{county:00}县", RegionKind.County, code))];
    }

    /// <summary>An industry with its fields and what they are like.</summary>
    internal sealed class IndustryGround
    {
        // Groups of GB/T 4754 that are not divided: their one class ends in 0, the first class of the others in 1.
        private static readonly HashSet<string> Undivided =
        [
            "271", "272", "273", "274", "277", "278", "313", "324", "399", "421", "422", "442", "452", "462", "463", "469", "602", "611", "613", "641", "644", "645", "649",
            "652", "654", "655", "656", "734", "752", "753", "754", "782", "881", "884", "885", "903",
        ];

        public IndustryGround(Industry industry, IReadOnlyList<Industry> all, GenerationPlan plan)
        {
            Code = industry.Code;
            Shape = IndustryShape.Of(industry.Code);
            Totals = IndustryTotals.Of(plan, industry.Code);
            var fields = all.Where(field => field.Parent == industry.Code).ToList();
            Fields = fields.Count == 0 ? [industry.Code] : [.. fields.Select(field => field.Code)];
            FieldShares = [.. Fields.Select(field => FieldWeights.GetValueOrDefault(field, 1))];
            Classes = Fields.ToDictionary(field => field, field => ClassesOf(all.First(one => one.Code == field), industry));
        }

        public string Code { get; }

        public IndustryShape Shape { get; }

        public IndustryTotals Totals { get; }

        public IReadOnlyList<string> Fields { get; }

        public IReadOnlyList<double> FieldShares { get; }

        /// <summary>Classes of GB/T 4754 by field, with whether they belong to the industry as a whole.</summary>
        public IReadOnlyDictionary<string, IReadOnlyList<(string Gb, bool IsWhole)>> Classes { get; }

        private static IReadOnlyList<(string Gb, bool IsWhole)> ClassesOf(Industry field, Industry industry)
        {
            var own = Named(field);
            return own.Count > 0 ? own : Named(industry);
        }

        private static List<(string Gb, bool IsWhole)> Named(Industry industry) =>
            [.. (industry.Gb ?? []).Select(code => (code, true)).Concat((industry.GbPartly ?? []).Select(code => (code, false))).Where(code => code.Item1.Length >= 3).Select(code => (Class(code.Item1), code.Item2))];

        private static string Class(string code) => code.Length > 3 ? code : code + (Undivided.Contains(code) ? '0' : '1');
    }
}
