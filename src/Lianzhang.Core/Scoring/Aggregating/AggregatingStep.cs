using System.ComponentModel;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>
/// A step that puts children together in their parents: at the levels that it names, or else at all that are not put together yet, from the
/// bottom to the top. Level 2 is right above the indicators.
/// </summary>
public abstract record AggregatingStep(
    string Step,
    [property: Description("The levels that are put together; all that remain if left out.")] IReadOnlyList<int>? Levels) : ScoreStep(Step)
{
    /// <summary>The parent's column with what its children gave to it.</summary>
    internal abstract (double?[] Values, IEnumerable<(int Row, Contribution Contribution)> Contributions) Combine(AggregateInput input);

    /// <summary>Tables to show beside the result.</summary>
    internal virtual IEnumerable<TraceTable> Beside(AggregateInput input) => [];

    /// <summary>The aggregates that the step makes of a tree, given those that are there.</summary>
    internal IEnumerable<ScoreNode> Targets(ScoreTree tree, Func<string, bool> isThere) =>
        tree.Aggregates.Where(node => Levels?.Contains(node.Level) ?? !isThere(node.Code));

    internal sealed override IEnumerable<(string Key, Text Message)> Check(ScoreTree tree) =>
        (Levels ?? []).Where(level => level < 2 || level > tree.Height).Select(level => ("levels", (Text)(
            $"没有第 {level} 层；可汇总的层为 2 至 {tree.Height}", $"there is no level {level}; levels 2 to {tree.Height} can be put together"))).Concat(CheckMore(tree));

    internal virtual IEnumerable<(string Key, Text Message)> CheckMore(ScoreTree tree) => [];

    internal sealed override ScoreState Run(ScoreState state)
    {
        foreach (var node in Targets(state.Tree, state.Table.Has).ToList())
        {
            if (node.Children.FirstOrDefault(child => !state.Table.Has(child)) is { } missing)
                throw new ScoringException(($"汇总 {node.Code} 需要 {missing}，但它尚未算出", $"{node.Code} is put together from {missing}, which no step has made yet"), "levels");
            var input = new AggregateInput(node, state);
            var (values, contributions) = Combine(input);
            state = state.With(node.Code, values).WithContributions(contributions) with { Beside = state.Beside.AddRange(Beside(input)) };
        }

        return state;
    }
}

/// <summary>An aggregate that is to be made.</summary>
internal sealed class AggregateInput(ScoreNode node, ScoreState state)
{
    public ScoreNode Node => node;

    public ScoreState State => state;

    /// <summary>The columns of the children.</summary>
    public IReadOnlyList<double?>[] Columns { get; } = [.. node.Children.Select(child => state.Table[child])];

    /// <summary>Their weights as they are given.</summary>
    public double[] Weights { get; } = [.. node.Children.Select(child => state.Weights[child])];

    /// <summary>The same, summing to 1.</summary>
    public double[] Shares => [.. Weights.Select(weight => weight / Weights.Sum())];

    public int Rows => state.Table.Units.Count;

    /// <summary>The columns, turned so that more is better and complete; refuses what is missing.</summary>
    public double[][] Complete() => [.. Columns.Select((column, at) => column.Select((value, row) => value ?? throw Missing(at, row)).Select(value => Turn(at, value)).ToArray())];

    /// <summary>A value turned so that more is better.</summary>
    public double Turn(int child, double value) => state.DirectionOf(node.Children[child]) == Direction.Down ? -value : value;

    /// <summary>What each child gave to each unit where that does not add up to the score.</summary>
    public IEnumerable<(int Row, Contribution Contribution)> Parts() => Enumerable.Range(0, Rows).SelectMany(row =>
        node.Children.Select((child, at) => (row, new Contribution(node.Code, child, Columns[at][row], Shares[at], Points: null))));

    private ScoringException Missing(int child, int row) => new((
        $"{state.UnitAt(row)} 缺少 {node.Children[child]}，此方法要求数据完整，请先填补",
        $"{state.UnitAt(row)} has no {node.Children[child]}; the method takes complete data, so impute first"));
}
