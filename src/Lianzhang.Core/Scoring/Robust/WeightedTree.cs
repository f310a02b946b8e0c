using System.Numerics;
using Lianzhang.Core.Scoring.Aggregating;
using Lianzhang.Core.Scoring.Assessing;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Robust;

/// <summary>
/// Means of means with nothing else to it: what is averaged is laid out once, so that a run with other weights is some multiplying. Missing is
/// not a number here. Gives what the steps give, digit by digit, since it adds in the same order.
/// </summary>
internal sealed class WeightedTree
{
    private readonly List<TreeNode> nodes = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<double[]> columns = [];
    private readonly IReadOnlyList<string> units;
    private readonly int final;

    // What is averaged in place of each column's values; null until a parent says how.
    private readonly List<double[]> mapped = [];

    private WeightedTree(ScoreState state, IEnumerable<MeanStep> steps)
    {
        units = state.Table.Units;
        foreach (var node in state.Tree.Nodes.Where(node => state.Table.Has(node.Code)))
            Add(node.Code, [.. state.Table[node.Code].Select(value => value ?? double.NaN)]);
        foreach (var step in steps)
        {
            foreach (var node in step.Targets(state.Tree, places.ContainsKey).ToList())
                AddNode(node, step);
        }

        final = places[state.Final];
    }

    /// <summary>The place of each code in the weights that <see cref="Score"/> takes.</summary>
    public IReadOnlyDictionary<string, int> Places => places;

    /// <summary>The tree of steps that are means, or grades of what comes out; null where a step does something else, or makes a level twice.</summary>
    public static WeightedTree? Of(ScoreState state, IReadOnlyList<ScoreStep> steps)
    {
        var made = new HashSet<string>(state.Tree.Nodes.Select(node => node.Code).Where(state.Table.Has), StringComparer.Ordinal);
        return steps.All(step => step is Grades or Classes || (step is MeanStep mean && mean.Targets(state.Tree, made.Contains).ToList().TrueForAll(node => made.Add(node.Code))))
            && state.Tree.Find(state.Final) is { Level: > 1 } && made.Contains(state.Final)
            ? new WeightedTree(state, steps.OfType<MeanStep>())
            : null;
    }

    /// <summary>The score of every unit by these weights.</summary>
    public ReadOnlySpan<double> Score(ReadOnlySpan<double> weights)
    {
        foreach (var node in nodes)
        {
            if (node.IsComplete)
                AddUp(node, weights);
            else
                AddUpWhatIsThere(node, weights);
            if (!node.IsTop)
                Map(node.Parent!, node.Column);
        }

        return columns[final];
    }

    // All rows of a child at once: additions of different rows do not touch each other.
    private void AddUp(TreeNode node, ReadOnlySpan<double> weights)
    {
        var totals = columns[node.Column].AsSpan();
        totals.Clear();
        var sum = 0.0;
        foreach (var child in node.Children)
        {
            var weight = weights[child];
            sum += weight;
            var values = mapped[child].AsSpan();
            var row = 0;
            for (; row <= totals.Length - Vector<double>.Count; row += Vector<double>.Count)
                (new Vector<double>(totals[row..]) + (new Vector<double>(values[row..]) * weight)).CopyTo(totals[row..]);
            for (; row < totals.Length; row++)
                totals[row] += values[row] * weight;
        }

        for (var row = 0; row < totals.Length; row++)
            totals[row] = node.Step is Arithmetic ? totals[row] / sum : node.Step.Back(totals[row] / sum);
    }

    private void AddUpWhatIsThere(TreeNode node, ReadOnlySpan<double> weights)
    {
        var column = columns[node.Column];
        for (var row = 0; row < column.Length; row++)
        {
            var (total, sum, count) = (0.0, 0.0, 0);
            foreach (var child in node.Children)
            {
                var value = mapped[child][row];
                if (!double.IsNaN(value))
                    (total, sum, count) = (total + (weights[child] * value), sum + weights[child], count + 1);
            }

            column[row] = node.Step.IsEnough(count, node.Children.Length) ? node.Step.Back(total / sum) : double.NaN;
        }
    }

    private void Map(MeanStep step, int column)
    {
        // Means of the same values take the values themselves.
        if (step is Arithmetic)
            return;
        var (values, into) = (columns[column], mapped[column]);
        for (var row = 0; row < values.Length; row++)
        {
            if (step.Refuse(values[row]) is { } why && !double.IsNaN(values[row]))
                throw Refused(column, row, why);
            into[row] = step.Map(values[row]);
        }
    }

    private ScoringException Refused(int column, int row, Text why)
    {
        var code = places.First(place => place.Value == column).Key;
        return new ScoringException((
            $"用备选方法或权重试算时，{units[row]} 的 {code} 为 {columns[column][row]}：{why.Zh}",
            $"with other methods or weights, {code} of {units[row]} is {columns[column][row]}: {why.In(Language.English)}"));
    }

    private void AddNode(ScoreNode node, MeanStep step)
    {
        int[] children = [.. node.Children.Select(child => places[child])];
        foreach (var child in children)
        {
            mapped[child] = step is Arithmetic ? columns[child] : new double[units.Count];
            if (nodes.Find(below => below.Column == child) is { } made)
                made.Parent = step;
            else
                Map(step, child);
        }

        // A child that is made by means itself is there wherever enough of its own are, whatever the weights.
        var presence = new double[units.Count];
        for (var row = 0; row < units.Count; row++)
            presence[row] = step.IsEnough(children.Count(child => !double.IsNaN(columns[child][row])), children.Length) ? 1 : double.NaN;
        var isComplete = Array.TrueForAll(children, child => !Array.Exists(columns[child], double.IsNaN));
        nodes.Add(new TreeNode(step, Add(node.Code, presence), children, isComplete));
    }

    private int Add(string code, double[] values)
    {
        columns.Add(values);
        mapped.Add(values);
        return places[code] = columns.Count - 1;
    }

    private sealed record TreeNode(MeanStep Step, int Column, int[] Children, bool IsComplete)
    {
        /// <summary>The mean that this goes into; null at the top.</summary>
        public MeanStep? Parent { get; set; }

        public bool IsTop => Parent is null;
    }
}
