using System.Collections.Immutable;
using Lianzhang.Core.Judgement;

namespace Lianzhang.Core.Scoring;

/// <summary>What steps hand to each other: the table as it stands, weights, and what was noted on the way.</summary>
internal sealed record ScoreState(ScoreSpec Spec, ScoreTree Tree, ScoreTable Table)
{
    /// <summary>The weight of each node within its parent.</summary>
    public ImmutableDictionary<string, double> Weights { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>Columns of which more is better whatever the direction of their indicator, because a step has turned them.</summary>
    public ImmutableHashSet<string> Turned { get; init; } = [];

    /// <summary>What each step noted of contributions, by row.</summary>
    public ImmutableList<IReadOnlyList<(int Row, Contribution Contribution)>> Contributions { get; init; } = [];

    /// <summary>The class of each unit, by row.</summary>
    public ImmutableDictionary<int, string> Classes { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>Tables beside the table itself, of the step that ran last.</summary>
    public ImmutableList<TraceTable> Beside { get; init; } = [];

    /// <summary>Whether more is better in a column as it now stands.</summary>
    public Direction DirectionOf(string code) =>
        Turned.Contains(code) ? Direction.Up : Tree.Indicator(code)?.Direction ?? Direction.Up;

    public ScoreState With(string code, IReadOnlyList<double?> values) => this with { Table = Table.With(code, values) };

    /// <summary>With a column of which more is better from now on.</summary>
    public ScoreState WithTurned(string code, IReadOnlyList<double?> values) => With(code, values) with { Turned = Turned.Add(code) };

    public ScoreState WithContributions(IEnumerable<(int Row, Contribution Contribution)> contributions) =>
        this with { Contributions = Contributions.Add([.. contributions]) };

    /// <summary>The score that ranks.</summary>
    public string Final => FinalOf(Spec, Tree) ?? throw new ScoringException(("没有最终得分", "there is no score to rank by"));

    /// <summary>The score that ranks by a specification; null where it does not say and there is no single top.</summary>
    public static string? FinalOf(ScoreSpec spec, ScoreTree tree) => spec.Score ?? tree.Top?.Code;

    /// <summary>The groups by which units are ranked; null where all are ranked together.</summary>
    public IReadOnlyList<string>? RankGroups => Spec.Group is null || Spec.Groups == GroupRule.Together ? null : Table.Groups;

    public string UnitAt(int row) => Table.Units[row];
}
