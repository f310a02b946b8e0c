namespace Lianzhang.Core.Judgement;

/// <summary>How a target's number is meant.</summary>
public enum Qualifier
{
    /// <summary>达到: the value itself, or better in the indicator's direction.</summary>
    Exact,

    /// <summary>左右: within a tolerance of the value, or better.</summary>
    About,

    /// <summary>以上: the value or more.</summary>
    AtLeast,

    /// <summary>以内: the value or less.</summary>
    AtMost,

    /// <summary>突破: more than the value.</summary>
    Exceed,

    /// <summary>力争: the value is striven for; falling short is never red.</summary>
    StriveFor,

    /// <summary>3-5 家: between two values, or better.</summary>
    Range,

    /// <summary>No number: a verdict is recorded with its evidence.</summary>
    Qualitative,
}
