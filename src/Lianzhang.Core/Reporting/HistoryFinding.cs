using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

public enum HistoryFindingKind
{
    /// <summary>Further from what is usual than it has been wont to lie.</summary>
    Unusual,

    /// <summary>Off by a power of ten that a wrong unit makes.</summary>
    UnitSlip,
}

/// <summary>What stands out in a value beside the earlier ones.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Score">How many robust deviations it lies away, at most <see cref="JudgeHistory.HighestScore"/>; reviewers see the highest first.</param>
/// <param name="Text">The question for who reported it.</param>
/// <param name="Factor">How many times too large it seems, below one where it seems too small; null where no unit was mistaken.</param>
public sealed record HistoryFinding(HistoryFindingKind Kind, decimal Score, Text Text, decimal? Factor = null);
