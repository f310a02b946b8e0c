namespace Lianzhang.Core.Scoring;

/// <summary>A score of a unit at one place of the hierarchy.</summary>
/// <param name="Code">The indicator, aggregate or column that a step made.</param>
/// <param name="Value">As it was computed, not rounded; null where it is missing.</param>
/// <param name="Rank">Among those it is compared with, by the value rounded to 6 digits; null where it is missing.</param>
public sealed record NodeScore(string Code, double? Value, double? Rank);

/// <summary>What a unit came to.</summary>
/// <param name="Unit">Its name.</param>
/// <param name="Group">Its group; empty where there are none.</param>
/// <param name="IsRated">Whether it takes part; one that does not has neither score nor rank.</param>
/// <param name="Score">The score that ranks, not rounded.</param>
/// <param name="Rank">The rank by the score rounded to 6 digits.</param>
/// <param name="Class">Its grade or class, where a step gave one.</param>
/// <param name="Nodes">Its score at every place, the indicators as they stand after the last step.</param>
/// <param name="Contributions">What gave how much to which score.</param>
public sealed record UnitScore(
    string Unit,
    string Group,
    bool IsRated,
    double? Score,
    double? Rank,
    string? Class,
    IReadOnlyList<NodeScore> Nodes,
    IReadOnlyList<Contribution> Contributions);

/// <summary>What a pipeline came to.</summary>
/// <param name="Score">Code of the score that ranks.</param>
/// <param name="IsByGroup">Whether ranks are within groups.</param>
/// <param name="Nodes">The hierarchy.</param>
/// <param name="Units">The units in the order of the data.</param>
/// <param name="Trace">The data and what each step left behind.</param>
/// <param name="LeftOut">The indicators of which no unit has a value, so that everything is scored without them.</param>
public sealed record ScoreResult(string Score, bool IsByGroup, IReadOnlyList<ScoreNode> Nodes, IReadOnlyList<UnitScore> Units, IReadOnlyList<TraceTable> Trace, IReadOnlyList<string> LeftOut);
