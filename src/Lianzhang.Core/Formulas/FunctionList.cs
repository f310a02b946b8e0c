using Lianzhang.Core.Formulas.Functions;

namespace Lianzhang.Core.Formulas;

/// <summary>Every function of the language, in the order of the documentation.</summary>
internal static class FunctionList
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new Sum(), new Average(), new Minimum(), new Maximum(), new Count(),
        new PublishedValue(), new IndicatorValue(), new Share(),
        new YearToDate(), new Prior(), new YearOnYear(), new Growth(), new CompoundGrowth(), new Rolling(), new AtYearEnd(), new Median(), new MedianDeviation(),
        new If(), new Absolute(), new Round(), new Default(),
    ];

    private static readonly Dictionary<string, Function> ByName = All.ToDictionary(function => function.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    public static Function? Find(string name) => ByName.GetValueOrDefault(name);
}
