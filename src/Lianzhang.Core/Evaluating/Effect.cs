namespace Lianzhang.Core.Evaluating;

/// <summary>What became of a figure after an order, beside what became of those that had none.</summary>
public enum EffectVerdict
{
    /// <summary>It went better than before, and better than those that it is compared with.</summary>
    MovedWithOrder,

    /// <summary>It moved, and no more than those that it is compared with.</summary>
    MovedAsGroup,

    /// <summary>It went better, but the most of that is the one low period at which the order was opened.</summary>
    Rebounded,

    /// <summary>It went on as before, or fell or rose only more slowly than before.</summary>
    DidNotMove,

    /// <summary>It went worse than before, and worse than those that it is compared with.</summary>
    Worsened,

    /// <summary>Too few periods, or too few to compare with.</summary>
    TooLittleData,
}

/// <summary>By what an effect is told.</summary>
/// <param name="Periods">How many periods before and after the one that opened the order are looked at.</param>
/// <param name="Threshold">The least change that counts, in percent of the expected value per period.</param>
/// <param name="LeastPeriods">How many of them must be known on either side.</param>
/// <param name="LeastCompared">How many there must be to compare with.</param>
public sealed record EffectRules(int Periods = 3, decimal Threshold = 1, int LeastPeriods = 2, int LeastCompared = 2)
{
    public static EffectRules Default { get; } = new();
}

/// <summary>How a figure moved against its path, in percent of the expected value per period.</summary>
/// <param name="Before">The mean change per period up to the one that opened the order.</param>
/// <param name="After">The mean change per period from that one on.</param>
public sealed record EffectChange(decimal Before, decimal After)
{
    public decimal Difference => After - Before;
}

/// <summary>Where the figure stood in a period, and where those that it is compared with did on average; null where that is not known.</summary>
/// <param name="End">The last day of the period.</param>
/// <param name="Step">How many periods after the one that opened the order; negative before it.</param>
/// <param name="Own">In percent of the expected value.</param>
/// <param name="Group">The same, on average.</param>
public sealed record EffectPoint(DateOnly End, int Step, decimal? Own, decimal? Group);

/// <summary>What can be said of an order's effect on its figure.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Own">How it moved; null where too few periods are known.</param>
/// <param name="Group">How those moved that it is compared with, on average; null where there are too few.</param>
/// <param name="KnownBefore">How many periods are known before the one that opened the order.</param>
/// <param name="KnownAfter">How many are known after it.</param>
/// <param name="Compared">With how many it is compared.</param>
/// <param name="Points">What it was told from.</param>
public sealed record Effect(EffectVerdict Verdict, EffectChange? Own, EffectChange? Group, int KnownBefore, int KnownAfter, int Compared, IReadOnlyList<EffectPoint> Points)
{
    /// <summary>How much more it changed than those that it is compared with, in percent of the expected value per period.</summary>
    public decimal? Difference => Own is null || Group is null ? null : Own.Difference - Group.Difference;
}
