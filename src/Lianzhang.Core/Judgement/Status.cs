namespace Lianzhang.Core.Judgement;

/// <summary>Where a target stands.</summary>
public enum Status
{
    /// <summary>The latest actual value reaches the target.</summary>
    Met,

    /// <summary>Better than the path asks.</summary>
    Ahead,

    OnTrack,

    Behind,

    Critical,

    /// <summary>The target year is over and its figure falls short.</summary>
    Missed,

    /// <summary>The latest figure is too old to judge by.</summary>
    Stale,

    /// <summary>There is a figure and no baseline, so no expected value; only the gap is known.</summary>
    NoPath,

    NoData,
}

/// <summary>What is said of a target after its year.</summary>
public enum Verdict
{
    Met,
    Missed,

    /// <summary>The target year's final figure is not known.</summary>
    Unknown,
}

/// <summary>The colours of lights; never shown without a word.</summary>
public enum Colour
{
    Green,
    Blue,
    Yellow,
    Orange,
    Red,
    Grey,
}
