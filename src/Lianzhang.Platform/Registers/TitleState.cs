using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Registers;

/// <summary>How a grant of a title stands on a day.</summary>
public enum TitleState
{
    Held,

    /// <summary>Its validity is over.</summary>
    Expired,

    /// <summary>It was withdrawn or given up before its time.</summary>
    Ended,

    /// <summary>It begins later.</summary>
    NotYet,

    /// <summary>A correction took its place.</summary>
    Corrected,
}

/// <summary>Which grants a list shows.</summary>
public enum TitleFilter
{
    Held,

    /// <summary>Held, and ending within 12 months without a renewal.</summary>
    EndsIn12,

    EndsIn6,

    EndsIn3,

    /// <summary>Its validity is over and nothing took its place.</summary>
    Expired,

    Ended,
    All,
}

/// <summary>The words for how titles stand.</summary>
public static class TitleWords
{
    public static Text Of(TitleState state) => state switch
    {
        TitleState.Held => ("有效", "held"),
        TitleState.Expired => ("已到期", "expired"),
        TitleState.Ended => ("已终止", "ended"),
        TitleState.NotYet => ("未生效", "not yet"),
        TitleState.Corrected => ("已更正", "corrected"),
    };

    public static Text Of(TitleFilter filter) => filter switch
    {
        TitleFilter.Held => ("有效", "Held"),
        TitleFilter.EndsIn12 => ("12 个月内到期", "Ends within 12 months"),
        TitleFilter.EndsIn6 => ("6 个月内到期", "Ends within 6 months"),
        TitleFilter.EndsIn3 => ("3 个月内到期", "Ends within 3 months"),
        TitleFilter.Expired => ("已到期", "Expired"),
        TitleFilter.Ended => ("已终止", "Ended"),
        TitleFilter.All => ("全部", "All"),
    };

    /// <summary>The months within which a filter looks; null where it looks at none.</summary>
    public static int? Months(TitleFilter filter) => filter switch
    {
        TitleFilter.EndsIn12 => 12,
        TitleFilter.EndsIn6 => 6,
        TitleFilter.EndsIn3 => 3,
        _ => null,
    };
}
