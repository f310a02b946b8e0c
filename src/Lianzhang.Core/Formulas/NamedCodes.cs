namespace Lianzhang.Core.Formulas;

/// <summary>What a tree names: items, figures, indicators, units.</summary>
internal sealed class NamedCodes
{
    public NamedCodes(Node root)
    {
        var nodes = EachNode(root).ToList();
        Figures = [.. nodes.OfType<FigureName>().Select(figure => new FigureUse(figure.Item.Code, figure.Place?.Code)).Distinct()];
        Aggregates = [.. nodes.OfType<Selection>().Select(selection => selection.Item.Code).Where(code => code != Selection.Units).Distinct()];
        CountsUnits = nodes.OfType<Selection>().Any(selection => selection.Item.Code == Selection.Units);
        Items = [.. Figures.Select(figure => figure.Item).Concat(Aggregates).Distinct()];
        Indicators = [.. nodes.OfType<IndicatorName>().Select(indicator => indicator.Code.Code).Distinct()];
    }

    public IReadOnlyList<string> Items { get; }

    public IReadOnlyList<FigureUse> Figures { get; }

    public IReadOnlyList<string> Aggregates { get; }

    public bool CountsUnits { get; }

    public IReadOnlyList<string> Indicators { get; }

    /// <summary>The root and all below it, in the order of the source.</summary>
    public static IEnumerable<Node> EachNode(Node root)
    {
        var open = new Stack<Node>([root]);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.Children.Reverse())
                open.Push(child);
        }
    }
}
