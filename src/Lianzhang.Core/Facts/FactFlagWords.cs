using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>The words for what is said of a reported value beside it.</summary>
public static class FactFlagWords
{
    /// <summary>Every flag by itself, in the order in which they are offered.</summary>
    public static IReadOnlyList<FactFlags> All { get; } = [FactFlags.Provisional, FactFlags.Estimated, FactFlags.Revised, FactFlags.BreakInSeries, FactFlags.Confidential];

    /// <summary>The words of all that are set; null where none is.</summary>
    public static Text? Of(FactFlags flags) => Text.Join([.. All.Where(flag => flags.HasFlag(flag)).Select(Word)]);

    private static Text Word(FactFlags flag) => flag switch
    {
        FactFlags.Provisional => ("初步数", "provisional"),
        FactFlags.Estimated => ("估计数", "estimated"),
        FactFlags.Revised => ("修订数", "revised"),
        FactFlags.BreakInSeries => ("口径变动", "break in series"),
        FactFlags.Confidential => ("涉商业秘密", "confidential"),
        _ => throw new ArgumentOutOfRangeException(nameof(flag), flag, "not one flag"),
    };
}
