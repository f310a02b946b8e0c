using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>The units of a register with their histories.</summary>
/// <param name="units">Every unit.</param>
/// <param name="isGenerated">Whether any of it was made up for trial and is not real.</param>
public sealed class UnitRegister(IReadOnlyList<UnitHistory> units, bool isGenerated = false)
{
    // Boards ask for the last days of some years' months, and for whatever day somebody chooses.
    private const int MostDays = 256;
    private const int MostRegions = 1_024;

    private readonly BoundedCache<DateOnly, IReadOnlyList<ReportingUnit>> days = new(MostDays);
    private readonly BoundedCache<(string Region, CodeTree? Tree, DateOnly Day), IReadOnlyList<ReportingUnit>> regions = new(MostRegions);

    private readonly BoundedCache<DateOnly, ILookup<string, string>> mergers = new(MostDays);

    private readonly Lazy<Dictionary<string, UnitHistory>> byCode = new(() => units.DistinctBy(unit => unit.Code).ToDictionary(unit => unit.Code, StringComparer.Ordinal));

    public static UnitRegister Empty { get; } = new([]);

    public IReadOnlyList<UnitHistory> Units => units;

    public bool IsGenerated => isGenerated;

    /// <summary>The first day of which anything is known of any unit but places.</summary>
    public DateOnly? First { get; } = units.Where(unit => !unit.IsPlace).Select(unit => unit.First).Min();

    /// <summary>The units that there were on a day, as they stood then.</summary>
    public IReadOnlyList<ReportingUnit> At(DateOnly day) => days.GetOrAdd(day, at => [.. units.Select(unit => unit.At(at)).OfType<ReportingUnit>()]);

    /// <summary>A unit as it stood on a day; null when there was none of that code.</summary>
    public ReportingUnit? Find(string code, DateOnly day) => byCode.Value.GetValueOrDefault(code)?.At(day);

    /// <summary>The units that had gone over into another by a day, through whatever mergers.</summary>
    public IEnumerable<string> MergedInto(string unit, DateOnly day) => mergers.GetOrAdd(day, Mergers)[unit];

    /// <summary>Those of them that lay within a region; without a tree, those that lay in it by its own code.</summary>
    public IReadOnlyList<ReportingUnit> Within(string region, CodeTree? tree, DateOnly day) => regions.GetOrAdd((region, tree, day), key =>
        [.. At(key.Day).Where(unit => unit.Of(UnitAttributes.Region).Any(code => key.Tree?.IsWithin(code, key.Region) ?? code == key.Region))]);

    private ILookup<string, string> Mergers(DateOnly day)
    {
        var next = At(day).SelectMany(unit => unit.Of(UnitAttributes.MergedInto), (unit, into) => (unit.Code, into)).DistinctBy(pair => pair.Code).ToDictionary(pair => pair.Code, pair => pair.into);
        return next.Keys.ToLookup(Last);

        // As many steps as there are mergers, so that a circle in the data ends.
        string Last(string code)
        {
            for (var steps = 0; steps < next.Count && next.TryGetValue(code, out var into); steps++)
                code = into;
            return code;
        }
    }
}
