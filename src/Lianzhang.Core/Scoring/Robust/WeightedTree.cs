using Lianzhang.Core.Scoring.Aggregating;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Robust;

/// <summary>
/// Means of means with nothing else to it: figures laid out once, so that a run with other weights is some multiplying. Missing is not a
/// number here. Gives what the steps give, digit by digit.
/// </summary>
internal sealed class WeightedTree
{
    private readonly List<TreeNode> nodes = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<double[]> columns = [];
    private readonly int final;
    private readonly double[] present;
    private readonly double[] their;
    private readonly IReadOnlyList<string> units;

    private WeightedTree(ScoreState state, IEnumerable<MeanStep> steps)
    {
        foreach (var node in state.Tree.Nodes.Where(node => state.Table.Has(node.Code)))
            Add(node.Code, [.. state.Table[node.Code].Select(value => value ?? double.NaN)]);
        foreach (var step in steps)
        {
            foreach (var node in step.Targets(state.Tree, places.ContainsKey).ToList())
            {
                int[] children = [.. node.Children.Select(child => places[child])];
                nodes.Add(new TreeNode(node.Code, step, step is Arithmetic, Add(node.Code, new double[state.Table.Units.Count]), children));
            }
        }

        final = places[state.Final];
        var most = nodes.Max(node => node.Children.Length);
        (present, their, units) = (new double[most], new double[most], state.Table.Units);
    }

    /// <summary>The place of each code in the weights that <see cref="Score"/> takes.</summary>
    public IReadOnlyDictionary<string, int> Places => places;

    /// <summary>The tree of steps that are means, or grades of what comes out; null where a step does something else.</summary>
    public static WeightedTree? Of(ScoreState state, IReadOnlyList<ScoreStep> steps) =>
        steps.All(step => step is MeanStep or Assessing.Grades or Assessing.Classes) && state.Tree.Find(state.Final) is { Level: > 1 }
            ? new WeightedTree(state, steps.OfType<MeanStep>())
            : null;

    /// <summary>The score of every unit by these weights.</summary>
    public ReadOnlySpan<double> Score(ReadOnlySpan<double> weights)
    {
        foreach (var node in nodes)
        {
            var column = columns[node.Column];
            for (var row = 0; row < column.Length; row++)
            {
                var count = Gather(node, row, weights);
                column[row] = node.Step.IsEnough(count, node.Children.Length) ? node.Step.Mean(present.AsSpan(0, count), their.AsSpan(0, count)) : double.NaN;
            }
        }

        return columns[final];
    }

    // The children that are there, with their weights.
    private int Gather(TreeNode node, int row, ReadOnlySpan<double> weights)
    {
        var count = 0;
        foreach (var child in node.Children)
        {
            var value = columns[child][row];
            if (double.IsNaN(value))
                continue;
            if (!node.TakesAll && node.Step.Refuse(value) is { } why)
                throw Refused(node, child, row, why);
            (present[count], their[count++]) = (value, weights[child]);
        }

        return count;
    }

    private ScoringException Refused(TreeNode node, int child, int row, Text why)
    {
        var code = places.First(place => place.Value == child).Key;
        var value = columns[child][row];
        return new ScoringException((
            $"用备选方法或权重试算 {node.Code} 时，{units[row]} 的 {code} 为 {value}：{why.Zh}",
            $"trying {node.Code} with other methods or weights, {code} of {units[row]} is {value}: {why.In(Language.English)}"));
    }

    private int Add(string code, double[] values)
    {
        // A level that is put together twice keeps its first place and gets new figures.
        if (places.TryGetValue(code, out var place))
        {
            columns[place] = values;
            return place;
        }

        columns.Add(values);
        return places[code] = columns.Count - 1;
    }

    private sealed record TreeNode(string Code, MeanStep Step, bool TakesAll, int Column, int[] Children);
}
