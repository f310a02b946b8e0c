using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>A value that takes the place of what was said of its unit, item and period before.</summary>
public readonly record struct ChangedFact(string Unit, string Item, Period Period, PackedValue Value);

/// <summary>
/// What units reported, held for reading: for each item the months of one unit beside each other. It is filled once, in the order in
/// which reports count, and read by many; what is reported later makes another, which shares what stays the same.
/// </summary>
public sealed class FactArrays
{
    private readonly Dictionary<string, int> indexes;
    private readonly Dictionary<string, ItemFacts> items;

    // Copies of the same facts have the same origin, and each the last steps by which it came to be.
    private readonly object origin;
    private readonly FactStep last;

    /// <param name="units">The codes of the units; a unit is put by its place in this list.</param>
    /// <param name="items">The items with the units in which their amounts are kept.</param>
    /// <param name="firstYear">The year from which months lie in the arrays; what is older is kept aside.</param>
    public FactArrays(IReadOnlyList<string> units, IReadOnlyDictionary<string, Unit> items, int firstYear)
    {
        (origin, Window, last) = (new object(), new FactWindow(firstYear), new FactStep(0, [], null));
        indexes = units.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        this.items = items.ToDictionary(item => item.Key, item => new ItemFacts(item.Key, item.Value, Window));
    }

    private FactArrays(FactArrays from, IReadOnlyList<ChangedFact> changes)
    {
        (origin, Window, indexes, items) = (from.origin, from.Window, from.indexes, new Dictionary<string, ItemFacts>(from.items));
        var touched = new HashSet<TouchedFact>(changes.Count);
        foreach (var change in changes)
        {
            if (!indexes.TryGetValue(change.Unit, out var unit))
            {
                indexes = indexes == from.indexes ? new Dictionary<string, int>(indexes) : indexes;
                indexes.Add(change.Unit, unit = indexes.Count);
            }

            if (!items.TryGetValue(change.Item, out var facts))
                continue;
            if (facts == from.items[change.Item])
                items[change.Item] = facts = facts.Copy();
            facts.Put(unit, change.Period, change.Value);
            touched.Add(new TouchedFact(unit, change.Item, change.Period.Year));
        }

        last = from.last.Next([.. touched]);
    }

    public static FactArrays Empty { get; } = new([], new Dictionary<string, Unit>(), 1);

    internal FactWindow Window { get; }

    /// <summary>The same with further values; these stay as they are.</summary>
    public FactArrays With(IReadOnlyList<ChangedFact> changes) => new(this, changes);

    /// <summary>Whether a period lies later than the months that lie in the arrays, so that they have to be made anew around it.</summary>
    public bool EndsBefore(Period period) => period.Year > Window.FirstYear && Window.SlotOf(Period.OfMonth(period.Year, period.LastMonth)) is null;

    /// <summary>What is different since an earlier copy; null where that is not one, or is too far behind.</summary>
    internal IReadOnlyList<TouchedFact>? Since(FactArrays earlier) => earlier.origin == origin ? last.Since(earlier.last) : null;

    /// <summary>The items and years of which some unit answers otherwise since an earlier copy; null where that is not known.</summary>
    public IEnumerable<KeyValuePair<string, int>>? YearsSince(FactArrays earlier) => Since(earlier)?.Select(touched => KeyValuePair.Create(touched.Item, touched.Year)).Distinct();

    /// <summary>Takes in a value; it takes the place of what was said of the same item, unit and period before. False for an item that is not kept.</summary>
    public bool Put(int unit, string item, Period period, in PackedValue value)
    {
        if (!items.TryGetValue(item, out var facts))
            return false;
        facts.Put(unit, period, value);
        return true;
    }

    /// <summary>Takes in reports in which items have numbers.</summary>
    /// <param name="codes">What the numbers stand for.</param>
    public FillFacts Numbered(IReadOnlyDictionary<int, string> codes) => new(codes, Item);

    internal ItemFacts? Item(string item) => items.GetValueOrDefault(item);

    /// <summary>Whether every unit has the place that it has in the other.</summary>
    internal bool HasPlacesOf(FactArrays other) => indexes == other.indexes;

    /// <summary>The units that reported for the first time since an earlier copy, with their places.</summary>
    internal IEnumerable<KeyValuePair<string, int>> PlacedSince(FactArrays earlier) => HasPlacesOf(earlier) ? [] : indexes.Where(unit => unit.Value >= earlier.indexes.Count);

    /// <summary>The place of a unit; null for one that never reported.</summary>
    internal int? IndexOf(string unit) => indexes.TryGetValue(unit, out var index) ? index : null;

    /// <summary>What a unit answered, or null when it was not asked.</summary>
    public Reading? Find(string item, ItemKind kind, string unit, Period period) =>
        items.TryGetValue(item, out var facts) && indexes.TryGetValue(unit, out var index) ? facts.Find(index, unit, kind, period) : null;

    /// <summary>Whether any unit was asked for the item in months that touch the period.</summary>
    public bool Asked(string item, Period period) => items.TryGetValue(item, out var facts) && facts.Asked(period);

    /// <summary>Whether this unit was asked for the item in months that touch the period.</summary>
    public bool Asked(string item, string unit, Period period) =>
        items.TryGetValue(item, out var facts) && indexes.TryGetValue(unit, out var index) && facts.Asked(index, period);

    /// <summary>The periods for which some unit was asked for the item.</summary>
    public IEnumerable<Period> PeriodsAsked(string item) => items.TryGetValue(item, out var facts) ? facts.Periods : [];
}
