namespace Lianzhang.Core.Values;

/// <summary>The units of Chinese economic statistics, by the symbols that publications print.</summary>
internal static class UnitSymbols
{
    private const decimal Wan = 10_000m;
    private const decimal Yi = 100_000_000m;

    public static IReadOnlyDictionary<string, Unit> All { get; } = Build();

    private static Dictionary<string, Unit> Build()
    {
        var all = new Dictionary<string, Unit>(StringComparer.Ordinal);

        void Add(Dimension dimension, decimal factor, params ReadOnlySpan<string> symbols)
        {
            foreach (var symbol in symbols)
                all.Add(symbol, new Unit(symbol, dimension, factor));
        }

        foreach (var unit in (ReadOnlySpan<Unit>)[Unit.One, Unit.Percent, Unit.PercentagePoint])
            all.Add(unit.Symbol, unit);
        all.Add("‰", new Unit("‰", Dimension.None, 1, 1000));
        Add(Dimension.None, 1, "倍");

        Add(Dimension.Yuan, 1, "元");
        Add(Dimension.Yuan, Wan, "万元");
        Add(Dimension.Yuan, Yi, "亿元");
        Add(Dimension.Yuan, Wan * Yi, "万亿元");
        Add(Dimension.Dollar, 1, "美元");
        Add(Dimension.Dollar, Wan, "万美元");
        Add(Dimension.Dollar, Yi, "亿美元");

        Add(Dimension.Power, 1, "千瓦", "kW");
        Add(Dimension.Power, 1_000, "兆瓦", "MW");
        Add(Dimension.Power, Wan, "万千瓦");
        Add(Dimension.Power, 1_000_000, "吉瓦", "GW");
        Add(Dimension.Power, Yi, "亿千瓦");
        Add(Dimension.Energy, 1, "千瓦时", "kWh");
        Add(Dimension.Energy, Wan, "万千瓦时");
        Add(Dimension.Energy, Yi, "亿千瓦时");
        // 29.3076 GJ by GB/T 2589, which counts a kilowatt-hour by the heat that it holds.
        Add(Dimension.Energy, 8_141, "吨标准煤");
        Add(Dimension.Energy, 8_141 * Wan, "万吨标准煤");

        Add(Dimension.Area, 1, "平方米", "m2");
        Add(Dimension.Area, Wan, "万平方米", "公顷");
        Add(Dimension.Area, 1_000_000, "平方公里");
        all.Add("亩", new Unit("亩", Dimension.Area, 2_000, 3));
        all.Add("万亩", new Unit("万亩", Dimension.Area, 2_000 * Wan, 3));

        Add(Dimension.Mass, 1, "吨");
        Add(Dimension.Mass, Wan, "万吨");

        Add(Dimension.Count, 1, "家", "个", "项", "件", "户", "台", "套", "座", "份", "条", "位");
        Add(Dimension.Count, Wan, "万家", "万个", "万户", "万台");
        Add(Dimension.Person, 1, "人", "名");
        Add(Dimension.Person, Wan, "万人");
        return all;
    }
}
