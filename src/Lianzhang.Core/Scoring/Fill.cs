namespace Lianzhang.Core.Scoring;

/// <summary>What a missing value is filled with.</summary>
public enum Fill
{
    /// <summary>It stays missing.</summary>
    None,

    /// <summary>The mean of all units.</summary>
    Mean,

    /// <summary>The median of all units.</summary>
    Median,

    /// <summary>The mean of the unit's group.</summary>
    GroupMean,

    /// <summary>The median of the unit's group.</summary>
    GroupMedian,

    /// <summary>Zero, where what was not reported counts for nothing.</summary>
    Zero,
}
