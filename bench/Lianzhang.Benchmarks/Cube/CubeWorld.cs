namespace Lianzhang.Benchmarks.Cube;

/// <summary>A report that was put right: all values of a unit for a month; null where it does not say.</summary>
internal sealed record CorrectedReport(int Unit, int Month, long?[] Values);

/// <summary>An indicator of a region and a month.</summary>
/// <param name="Of">The item.</param>
/// <param name="Over">The item by which it is divided; null where it is its own growth over a year, or the share of an industry.</param>
/// <param name="Industry">The industry of whose share it is.</param>
internal sealed record CubeIndicator(int Of, int? Over = null, int? Industry = null)
{
    /// <summary>As the product's language has it.</summary>
    public string Formula => (Over, Industry) switch
    {
        ({ } over, _) => $"{Sum(Of)} / {Sum(over)}",
        (_, { } industry) => $"{Sum(Of, $" where industry in {1 + industry}")} / {Sum(Of)}",
        _ => $"yoy({Sum(Of)})",
    };

    // Of what a unit does not say, nothing is known: it counts as zero, as it does in the sums of databases.
    private static string Sum(int item, string filter = "") => $"sum(default(i{item}, 0){filter})";
}

/// <summary>The same units and facts for every engine, made from nothing but their numbers.</summary>
/// <param name="Name">What it is the size of.</param>
/// <param name="Units">Units, by county and within it by class of industry.</param>
/// <param name="Counties">Counties, by city.</param>
/// <param name="Cities">Cities; one is the whole itself.</param>
internal sealed record CubeWorld(string Name, int Units, int Counties, int Cities)
{
    public const int Items = 20;
    public const int Months = 60;
    public const int FirstYear = 2022;
    public const int Classes = 40;
    public const int Industries = 7;

    // In codes of nodes: 0 is the whole, then cities or industries, then counties or classes.
    public const int FirstCounty = 1_000;
    public const int FirstClass = 100;

    /// <summary>Of each of ten items a ratio, a growth over a year and the share of an industry.</summary>
    public static IReadOnlyList<CubeIndicator> Indicators { get; } =
        [.. Enumerable.Range(0, 10).SelectMany(item => (CubeIndicator[])[new(item, Over: item + 10), new(item), new(item, Industry: item % SharedIndustries)])];

    /// <summary>How many of the industries there are shares of.</summary>
    public const int SharedIndustries = 3;

    public static CubeWorld Of(string scale) => scale switch
    {
        "tiny" => new CubeWorld(scale, 30, 2, 1),
        "city" => new CubeWorld(scale, 3_000, 11, 1),
        "province" => new CubeWorld(scale, 50_000, 186, 17),
        "nation" => new CubeWorld(scale, 500_000, 2_800, 340),
        _ => throw new ArgumentException($"{scale}: city, province or nation", nameof(scale)),
    };

    public long Values => (long)Units * Items * Months;

    public int County(int unit) => (int)((long)unit * Counties / Units);

    public int City(int county) => county * Cities / Counties;

    public int Class(int unit)
    {
        var county = County(unit);
        var first = (int)((((long)county * Units) + Counties - 1) / Counties);
        var next = (int)((((long)(county + 1) * Units) + Counties - 1) / Counties);
        return (unit - first) * Classes / (next - first);
    }

    public static int Industry(int @class) => @class % Industries;

    /// <summary>The nodes of regions in which a county counts.</summary>
    public int[] Regions(int county) => Cities == 1 ? [0, FirstCounty + county] : [0, 1 + City(county), FirstCounty + county];

    /// <summary>Every node of a region.</summary>
    public IReadOnlyList<int> AllRegions => [.. Enumerable.Range(0, Counties).SelectMany(Regions).Distinct().Order()];

    /// <summary>The nodes of industries in which a class counts.</summary>
    public static int[] IndustryNodes(int @class) => [0, 1 + Industry(@class), FirstClass + @class];

    /// <summary>What a unit reported: one of fifty values is not there.</summary>
    public static long? Value(int item, int unit, int month)
    {
        var mixed = Mix((ulong)((((long)unit * Items) + item) * Months) + (ulong)month);
        return mixed % 50 == 0 ? null : (long)(mixed >> 40) - 1_000_000;
    }

    public CorrectedReport Correction(int number)
    {
        var mixed = Mix(0xC0FFEEUL + (ulong)number);
        var (unit, month) = ((int)(mixed % (ulong)Units), (int)((mixed >> 32) % Months));
        return new CorrectedReport(unit, month, [.. Enumerable.Range(0, Items).Select(item => Value(item, (unit + 7 + number) % Units, month))]);
    }

    /// <summary>A number that tells all cells, whatever their order: what is empty counts for nothing.</summary>
    public static ulong Digest(int region, int industry, int item, int month, long sum, long count) =>
        count == 0 ? 0 : Mix(Mix(Mix(((ulong)region << 40) ^ ((ulong)industry << 24) ^ ((ulong)item << 12) ^ (ulong)month) ^ (ulong)sum) ^ (ulong)count);

    // SplitMix64.
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
