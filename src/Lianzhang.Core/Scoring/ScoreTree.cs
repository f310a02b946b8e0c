using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring;

/// <summary>A place in the hierarchy.</summary>
/// <param name="Code">Of the indicator or aggregate.</param>
/// <param name="Name">The name, or the code where it has none.</param>
/// <param name="Parent">Code of the aggregate above; null at the top.</param>
/// <param name="Level">1 for indicators; an aggregate is one above the highest of its children.</param>
/// <param name="Children">Codes of what lies directly below, in the order of the specification.</param>
public sealed record ScoreNode(string Code, Text Name, string? Parent, int Level, IReadOnlyList<string> Children);

/// <summary>The hierarchy of a specification, whose parents are known to be there and to run in no circle.</summary>
public sealed class ScoreTree
{
    private readonly Dictionary<string, ScoreNode> nodes;
    private readonly Dictionary<string, IndicatorSpec> indicators;

    internal ScoreTree(ScoreSpec spec)
    {
        indicators = spec.Indicators.ToDictionary(each => each.Code, StringComparer.Ordinal);
        var all = spec.Indicators.Select(each => (each.Code, each.Name, each.Parent))
            .Concat((spec.Aggregates ?? []).Select(each => (each.Code, each.Name, each.Parent))).ToList();
        var children = all.Where(each => each.Parent is not null).ToLookup(each => each.Parent!, each => each.Code, StringComparer.Ordinal);
        Nodes = [.. all.Select(each => new ScoreNode(each.Code, each.Name ?? new Text(each.Code), each.Parent, Level(each.Code, children), [.. children[each.Code]]))];
        nodes = Nodes.ToDictionary(node => node.Code, StringComparer.Ordinal);
    }

    /// <summary>Indicators first, then aggregates, in the order of the specification.</summary>
    public IReadOnlyList<ScoreNode> Nodes { get; }

    /// <summary>The aggregates from the bottom to the top.</summary>
    public IEnumerable<ScoreNode> Aggregates => Nodes.Where(node => node.Level > 1).OrderBy(node => node.Level);

    public int Height => Nodes.Max(node => node.Level);

    /// <summary>The one aggregate that has no parent; null where there are none or several.</summary>
    public ScoreNode? Top => Aggregates.Where(node => node.Parent is null).Take(2).ToList() is [var top] ? top : null;

    public ScoreNode? Find(string code) => nodes.GetValueOrDefault(code);

    public ScoreNode this[string code] => nodes[code];

    public IndicatorSpec? Indicator(string code) => indicators.GetValueOrDefault(code);

    private static int Level(string code, ILookup<string, string> children) =>
        children[code].Select(child => Level(child, children)).DefaultIfEmpty(0).Max() + 1;
}
