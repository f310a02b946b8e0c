using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>
/// What units reported, held for reading: for each item the months of one unit beside each other. It is filled once, in the order in
/// which reports count, and read by many.
/// </summary>
public sealed class FactArrays
{
    private readonly Dictionary<string, int> indexes;
    private readonly Dictionary<string, ItemFacts> items;

    /// <param name="units">The codes of the units; a unit is put by its place in this list.</param>
    /// <param name="items">The items with the units in which their amounts are kept.</param>
    /// <param name="firstYear">The year from which months lie in the arrays; what is older is kept aside.</param>
    public FactArrays(IReadOnlyList<string> units, IReadOnlyDictionary<string, Unit> items, int firstYear)
    {
        indexes = units.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        this.items = items.ToDictionary(item => item.Key, item => new ItemFacts(item.Key, item.Value, units, firstYear));
    }

    public static FactArrays Empty { get; } = new([], new Dictionary<string, Unit>(), 1);

    /// <summary>Takes in a value; it takes the place of what was said of the same item, unit and period before. False for an item that is not kept.</summary>
    public bool Put(int unit, string item, Period period, in PackedValue value)
    {
        if (!items.TryGetValue(item, out var facts))
            return false;
        facts.Put(unit, period, value);
        return true;
    }

    /// <summary>What a unit answered, or null when it was not asked.</summary>
    public Reading? Find(string item, ItemKind kind, string unit, Period period) =>
        items.TryGetValue(item, out var facts) && indexes.TryGetValue(unit, out var index) ? facts.Find(index, kind, period) : null;

    /// <summary>Whether any unit was asked for the item in months that touch the period.</summary>
    public bool Asked(string item, Period period) => items.TryGetValue(item, out var facts) && facts.Asked(period);

    /// <summary>Whether this unit was asked for the item in months that touch the period.</summary>
    public bool Asked(string item, string unit, Period period) =>
        items.TryGetValue(item, out var facts) && indexes.TryGetValue(unit, out var index) && facts.Asked(index, period);

    /// <summary>The periods for which some unit was asked for the item.</summary>
    public IEnumerable<Period> PeriodsAsked(string item) => items.TryGetValue(item, out var facts) ? facts.Periods : [];
}
