using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;

namespace Lianzhang.Core.Cubes;

/// <summary>What sums are kept of, one by one: an item with who counts; without an item, the units themselves.</summary>
internal sealed record CubeAggregate(int Number, string Key, CatalogueItem? Item, int Filter);

/// <summary>Where it is kept what a formula asks for: with an aggregate, in the nodes of an industry where there is one.</summary>
internal readonly record struct CubeSource(CubeAggregate Aggregate, string? Industry);

/// <summary>Of what a cube keeps sums, and by what beside region and industry.</summary>
public sealed class CubeDefinition
{
    private readonly List<Filter> filters = [];
    private readonly Dictionary<string, CubeSource> sources = new(StringComparer.Ordinal);

    /// <param name="catalogue">What codes mean.</param>
    /// <param name="formulas">The formulas whose aggregates are kept.</param>
    /// <param name="items">Codes of further items that are kept of all units.</param>
    public CubeDefinition(Catalogue catalogue, IEnumerable<Formula> formulas, IEnumerable<string>? items = null)
    {
        Catalogue = catalogue;
        var nodes = formulas.SelectMany(formula => NamedCodes.EachNode(formula.Root)).ToList();
        var groups = nodes.OfType<Groups>().Select(group => group.Group.Code).ToHashSet(StringComparer.Ordinal);
        Groups = [.. catalogue.Attributes.Values.Where(attribute => attribute.Group is { } group && groups.Contains(group)).Select(attribute => attribute.Code)];
        // Which groups there are, the number of their units tells.
        var all = (items ?? []).Concat(Groups.Count > 0 ? [Selection.Units] : []);
        var asked = nodes.OfType<Selection>().Select(selection => (selection.Key, Item: selection.Item.Code, selection.Where)).Concat(all.Select(item => (Key: item, Item: item, Where: (Filter?)null)));
        var (texts, kept) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, CubeAggregate>(StringComparer.Ordinal));
        foreach (var (key, item, where) in asked.Where(one => one.Item == Selection.Units || catalogue.Items.ContainsKey(one.Item)))
        {
            // Who is of one industry lies in its nodes already.
            var industry = where is FilterTest { Attribute.Code: UnitAttributes.Industry, Operator: FilterOperator.In, Codes: [var only] } ? only.Code : null;
            var (wanted, filter) = industry is null ? (key, where) : (item, null);
            if (!kept.TryGetValue(wanted, out var aggregate))
                kept[wanted] = aggregate = new CubeAggregate(kept.Count, wanted, catalogue.Items.GetValueOrDefault(item), FilterOf(filter, texts));
            sources[key] = new CubeSource(aggregate, industry);
        }

        Aggregates = [.. kept.Values];
    }

    internal Catalogue Catalogue { get; }

    internal IReadOnlyList<CubeAggregate> Aggregates { get; }

    /// <summary>By the key of what formulas ask for.</summary>
    internal IReadOnlyDictionary<string, CubeSource> Sources => sources;

    internal IReadOnlyList<Filter> Filters => filters;

    /// <summary>The attributes by whose codes units are grouped.</summary>
    internal IReadOnlyList<string> Groups { get; }

    /// <summary>Stands for no filter.</summary>
    internal const int All = -1;

    /// <summary>Goes over to what lies in both industries; false where nothing does.</summary>
    internal bool TryNarrow(ref string? industry, string? other)
    {
        if (industry is null || other is null || industry == other)
        {
            industry ??= other;
            return true;
        }

        var tree = Catalogue.Attributes.GetValueOrDefault(UnitAttributes.Industry)?.Values;
        var isWider = tree?.IsWithin(other, industry) == true;
        industry = isWider ? other : industry;
        return isWider || tree?.IsWithin(industry, other) == true;
    }

    private int FilterOf(Filter? filter, Dictionary<string, int> texts)
    {
        if (filter is null)
            return All;
        var text = PrintFormula.Of(filter);
        if (texts.TryGetValue(text, out var known))
            return known;
        filters.Add(filter);
        return texts[text] = filters.Count - 1;
    }
}
