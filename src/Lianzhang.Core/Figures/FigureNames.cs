using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Figures;

/// <summary>Finds the item and the place that a published name means.</summary>
internal sealed class FigureNames
{
    private readonly Dictionary<string, Item> items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);

    public FigureNames(Programme? programme)
    {
        if (programme is null)
            return;
        foreach (var item in programme.Items)
        {
            items.TryAdd(item.Code, item);
            foreach (var name in item.PublishedAs ?? [])
                items.TryAdd(name, item);
        }

        // An item's own name counts only where no item claims it as published.
        foreach (var item in programme.Items)
            items.TryAdd(item.Name.Zh, item);

        // What still goes by a name has it before what went by it once.
        foreach (var region in programme.Regions.OrderBy(region => region.To is not null))
            AddPlace(region.Code, region.Name.Zh);
        foreach (var place in programme.Places)
            AddPlace(place.Code, [place.Name.Zh, .. place.Aliases ?? []]);
        foreach (var region in programme.Regions)
            AddPlace(region.Code, (region.Formerly ?? []).Select(former => former.Name));
    }

    public Item? Item(string name) => items.GetValueOrDefault(name);

    public string? Place(string name) => places.GetValueOrDefault(name);

    private void AddPlace(string code, params IEnumerable<string> names)
    {
        foreach (var name in names.Prepend(code))
            places.TryAdd(name, code);
    }
}
