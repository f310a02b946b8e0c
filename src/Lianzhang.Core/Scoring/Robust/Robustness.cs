using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Robust;

/// <summary>How firmly a rank stands.</summary>
public enum Steadiness
{
    /// <summary>At least nine runs in ten give the same rank: it can be published.</summary>
    Firm,

    /// <summary>Nine runs in ten lie within one place of it: it can be published with its interval.</summary>
    Steady,

    /// <summary>It depends on weights and methods that might as well have been others: publish the interval or a class instead.</summary>
    Loose,
}

/// <summary>In what share of runs a unit had a rank.</summary>
public sealed record RankShare(double Rank, double Share);

/// <summary>The ranks of a unit over all runs.</summary>
/// <param name="Unit">Its name.</param>
/// <param name="Group">Its group.</param>
/// <param name="Rank">The rank by the specification as it is; null where it has none.</param>
/// <param name="Best">The best rank of any run.</param>
/// <param name="Low">The rank that 5 % of runs reach or better.</param>
/// <param name="Median">The rank in the middle.</param>
/// <param name="High">The rank that 95 % of runs reach or better.</param>
/// <param name="Worst">The worst rank of any run.</param>
/// <param name="Frequencies">The share of runs with each rank, the best first.</param>
public sealed record RobustUnit(
    string Unit,
    string Group,
    double? Rank,
    double? Best,
    double? Low,
    double? Median,
    double? High,
    double? Worst,
    IReadOnlyList<RankShare> Frequencies)
{
    public Steadiness? Steadiness => (Rank, Low, High) switch
    {
        ({ } rank, { } low, { } high) when low == rank && high == rank => Robust.Steadiness.Firm,
        ({ } rank, { } low, { } high) when low >= rank - 1 && high <= rank + 1 => Robust.Steadiness.Steady,
        ({ }, { }, { }) => Robust.Steadiness.Loose,
        _ => null,
    };

    /// <summary>The rank with its interval as people read it.</summary>
    public Text? Words => (Rank, Low, High) is ({ } rank, { } low, { } high)
        ? low == high && low == rank ? ($"第 {rank} 名", $"rank {rank}") : ($"第 {rank} 名（第 {low} 至 {high} 名）", $"rank {rank} ({low} to {high})")
        : null;
}

/// <summary>How much of the variance of an outcome an uncertain input makes.</summary>
/// <param name="Input">A step with other methods, or the weights below an aggregate.</param>
/// <param name="First">By itself; null where the outcome does not vary.</param>
/// <param name="Total">By itself and together with others.</param>
public sealed record SobolIndex(string Input, double? First, double? Total);

/// <summary>Sobol indices of a unit's score.</summary>
public sealed record SobolUnit(string Unit, IReadOnlyList<SobolIndex> Indices);

/// <summary>Sobol indices of the mean shift of all ranks from those by the specification, and of every score.</summary>
/// <param name="Samples">How many runs each of the two samples had.</param>
/// <param name="RankShift">Of the mean absolute shift of ranks.</param>
/// <param name="Scores">Of each unit's score.</param>
public sealed record SobolAnalysis(int Samples, IReadOnlyList<SobolIndex> RankShift, IReadOnlyList<SobolUnit> Scores);

/// <summary>A rank that is another without an indicator.</summary>
public sealed record RankChange(string Unit, double? From, double? To);

/// <summary>What happens without an indicator.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="MeanShift">The mean absolute shift of ranks; null where the specification does not work without it.</param>
/// <param name="Changes">The ranks that change.</param>
public sealed record Removal(string Code, double? MeanShift, IReadOnlyList<RankChange> Changes);

/// <summary>How robust the ranks of a specification are.</summary>
/// <param name="Runs">Runs of chance.</param>
/// <param name="Seed">The seed that gives them again.</param>
/// <param name="Units">The ranks of every unit over the runs.</param>
/// <param name="Sobol">What the shifts come from; null where it was not asked for.</param>
/// <param name="Removals">The ranks without each of the indicators.</param>
public sealed record Robustness(int Runs, int Seed, IReadOnlyList<RobustUnit> Units, SobolAnalysis? Sobol, IReadOnlyList<Removal> Removals);
