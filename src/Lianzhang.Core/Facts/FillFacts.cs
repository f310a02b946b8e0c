using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>Fills arrays from reports in which items have numbers, each of which is looked up but once.</summary>
public sealed class FillFacts
{
    // Numbers are given without large gaps, so that a list is quicker than a dictionary.
    private readonly ItemFacts?[] items;

    internal FillFacts(IReadOnlyDictionary<int, string> codes, Func<string, ItemFacts?> find)
    {
        items = new ItemFacts?[codes.Keys.DefaultIfEmpty().Max() + 1];
        foreach (var (number, code) in codes)
            items[number] = find(code);
    }

    /// <summary>Takes in a report of a unit; what is said of an item that is not kept is left out.</summary>
    public void Put(int unit, Period period, List<PackedValue> values)
    {
        foreach (var value in values)
            items[value.Item]?.Put(unit, period, value);
    }
}
