using Lianzhang.Core.Boards;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Commands;

/// <summary>A target as one writes it: 约 8 %, ≥ 700 万千瓦, 力争 360 亿元.</summary>
internal static class TargetWords
{
    public static string Of(BoardTarget target, Language language)
    {
        if (target.Qualifier == Qualifier.Qualitative)
            return ((Text)("定性", "qualitative")).In(language);
        var amount = Quantity.Number(target.Value ?? 0);
        Text words = target.Qualifier switch
        {
            Qualifier.About => ($"约 {amount}", $"about {amount}"),
            Qualifier.AtLeast => ($"≥ {amount}", $"≥ {amount}"),
            Qualifier.AtMost => ($"≤ {amount}", $"≤ {amount}"),
            Qualifier.Exceed => ($"> {amount}", $"> {amount}"),
            Qualifier.StriveFor => ($"力争 {amount}", $"strive for {amount}"),
            Qualifier.Range => ($"{amount}–{Quantity.Number(target.Upper ?? 0)}", $"{amount}–{Quantity.Number(target.Upper ?? 0)}"),
            Qualifier.Exact => (amount, amount),
            Qualifier.Qualitative => throw new InvalidOperationException("a qualitative target has no number"),
        };
        return $"{words.In(language)} {target.Unit}".TrimEnd();
    }
}
