using System.Collections.Concurrent;

namespace Lianzhang.Core.Facts;

/// <summary>The units of a register with their histories.</summary>
/// <param name="units">Every unit.</param>
/// <param name="isGenerated">Whether any of it was made up for trial and is not real.</param>
public sealed class UnitRegister(IReadOnlyList<UnitHistory> units, bool isGenerated = false)
{
    private readonly ConcurrentDictionary<DateOnly, IReadOnlyList<ReportingUnit>> days = new();
    private readonly ConcurrentDictionary<(string Region, CodeTree? Tree, DateOnly Day), IReadOnlyList<ReportingUnit>> regions = new();

    public static UnitRegister Empty { get; } = new([]);

    public IReadOnlyList<UnitHistory> Units => units;

    public bool IsGenerated => isGenerated;

    /// <summary>The first day of which anything is known of any unit.</summary>
    public DateOnly? First { get; } = units.Select(unit => unit.First).Min();

    /// <summary>The units that there were on a day, as they stood then.</summary>
    public IReadOnlyList<ReportingUnit> At(DateOnly day) => days.GetOrAdd(day, at => [.. units.Select(unit => unit.At(at)).OfType<ReportingUnit>()]);

    /// <summary>Those of them that lay within a region; without a tree, those that lay in it by its own code.</summary>
    public IReadOnlyList<ReportingUnit> Within(string region, CodeTree? tree, DateOnly day) => regions.GetOrAdd((region, tree, day), key =>
        [.. At(key.Day).Where(unit => unit.Of(UnitAttributes.Region).Any(code => key.Tree?.IsWithin(code, key.Region) ?? code == key.Region))]);
}
