namespace Lianzhang.Benchmarks.Cube;

/// <summary>What all must come to: plain loops over the facts, without any cleverness.</summary>
internal sealed class ReferenceCube : ICubeEngine
{
    private readonly Dictionary<(int Unit, int Month), long?[]> corrected = [];
    private readonly Dictionary<(int Region, int Industry), (long[] Sums, int[] Counts)> cells = [];
    private CubeWorld world = null!;

    public void Load(CubeWorld world) => this.world = world;

    public void Full()
    {
        cells.Clear();
        for (var unit = 0; unit < world.Units; unit++)
        {
            var (county, @class) = (world.County(unit), world.Class(unit));
            var nodes = (from region in world.Regions(county) from industry in CubeWorld.IndustryNodes(@class) select Node(region, industry)).ToList();
            for (var month = 0; month < CubeWorld.Months; month++)
            {
                var put = corrected.GetValueOrDefault((unit, month));
                for (var item = 0; item < CubeWorld.Items; item++)
                {
                    if ((put is null ? CubeWorld.Value(item, unit, month) : put[item]) is not { } value)
                        continue;
                    foreach (var (sums, counts) in nodes)
                    {
                        sums[(item * CubeWorld.Months) + month] += value;
                        counts[(item * CubeWorld.Months) + month]++;
                    }
                }
            }
        }
    }

    public void Refresh(CorrectedReport report) => corrected[(report.Unit, report.Month)] = report.Values;

    public ulong Digest()
    {
        var digest = 0UL;
        foreach (var ((region, industry), (sums, counts)) in cells)
        {
            for (var at = 0; at < sums.Length; at++)
                digest += CubeWorld.Digest(region, industry, at / CubeWorld.Months, at % CubeWorld.Months, sums[at], counts[at]);
        }

        return digest;
    }

    public double[] Indicators() =>
    [
        .. from region in world.AllRegions
           from indicator in CubeWorld.Indicators
           from month in Enumerable.Range(0, CubeWorld.Months)
           select Indicator(region, indicator, month),
    ];

    public void Dispose()
    {
    }

    private double Indicator(int region, CubeIndicator indicator, int month)
    {
        var own = Sum(region, 0, indicator.Of, month);
        if (indicator.Industry is { } industry)
            return Sum(region, 1 + industry, indicator.Of, month) / own;
        if (indicator.Over is { } over)
            return own / Sum(region, 0, over, month);
        var before = month < 12 ? double.NaN : Sum(region, 0, indicator.Of, month - 12);
        return before > 0 ? (own - before) / before : double.NaN;
    }

    private double Sum(int region, int industry, int item, int month) => Node(region, industry).Sums[(item * CubeWorld.Months) + month];

    private (long[] Sums, int[] Counts) Node(int region, int industry)
    {
        if (cells.TryGetValue((region, industry), out var known))
            return known;
        return cells[(region, industry)] = (new long[CubeWorld.Items * CubeWorld.Months], new int[CubeWorld.Items * CubeWorld.Months]);
    }
}
