using Lianzhang.Core.Values;

namespace Lianzhang.Core.Figures;

/// <summary>The words for why one source goes before another.</summary>
public static class ConflictRuleWords
{
    public static Text Of(ConflictRule rule) => rule switch
    {
        ConflictRule.Flag => ("最终数优先于初步数和预计数", "final goes before provisional and expected"),
        ConflictRule.Qualifier => ("确数优先于约数", "a plain number goes before a qualified one"),
        ConflictRule.Published => ("后公布者优先", "the later publication goes first"),
        ConflictRule.Order => ("排列在先者优先", "the row that stands first"),
    };
}
