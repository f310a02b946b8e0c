using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Registers;

/// <summary>What is said of rules and of where enterprises stand.</summary>
public static class RuleWords
{
    private const int Decimals = 2;

    public static Text Of(Readiness standing) => standing switch
    {
        Readiness.Meets => ("符合条件", "meets all"),
        Readiness.FallsShort => ("尚有差距", "falls short"),
        Readiness.CannotTell => ("缺数据", "cannot tell"),
        Readiness.NotMeant => ("不在范围", "not meant"),
        Readiness.Has => ("已获得", "has it"),
    };

    public static Text Of(RuleState state) => state switch
    {
        RuleState.Met => ("符合", "met"),
        RuleState.Unmet => ("不符合", "not met"),
        RuleState.CannotTell => ("无法判定", "cannot tell"),
    };

    /// <summary>A rule in a few words: by how much it is missed, what is not known, or that it is met.</summary>
    /// <param name="rule">The rule as it came out.</param>
    /// <param name="nameOfItem">Names of items.</param>
    public static Text Of(JudgedRule rule, Func<string, Text> nameOfItem) => rule switch
    {
        { Shortfall: { } shortfall } => Short(rule, shortfall),
        { MetOn: { } day } => ($"{day.Year}年{day.Month}月{day.Day}日起符合", $"met from {day:yyyy-MM-dd} on"),
        { State: RuleState.CannotTell, Missing: { Count: > 0 } missing } => Lacks(missing, nameOfItem),
        { State: RuleState.CannotTell, Reason: { } reason } => reason,
        { State: RuleState.Met, Value: { } value } => ($"{Of(rule.State).Zh}（{Shown(value)}）", $"{Of(rule.State).En} ({Shown(value)})"),
        _ => Of(rule.State),
    };

    /// <summary>What a rule asks, in words.</summary>
    /// <param name="condition">The rule.</param>
    /// <param name="nameOfCode">Names of whatever the rule may name.</param>
    public static Text Asks(UnitCondition condition, Func<string, Text> nameOfCode)
    {
        var rule = condition.Rule;
        if (condition.Formula is not null)
            return (InWords(condition, nameOfCode, Language.Chinese), InWords(condition, nameOfCode, Language.English));
        if (rule.Attribute is { } attribute)
        {
            var codes = Text.Join([.. (rule.In ?? []).Select(nameOfCode)]) ?? default;
            return ($"{nameOfCode(attribute).Zh}：{codes.Zh}", $"{nameOfCode(attribute).In(Language.English)}: {codes.In(Language.English)}");
        }

        return (rule.YearsAtLeast, rule.YearsAtMost) switch
        {
            ({ } least, { } most) => ($"成立 {least} 至 {most} 年", $"{least} to {most} years since its first day"),
            ({ } least, null) => ($"成立满 {least} 年", $"{least} years or more since its first day"),
            (_, { } most) => ($"成立不超过 {most} 年", $"at most {most} years since its first day"),
            _ => rule.Name,
        };
    }

    private static string InWords(UnitCondition condition, Func<string, Text> nameOfCode, Language language)
    {
        var rule = condition.Rule;
        var sign = rule switch { { AtMost: not null } => "≤", { Above: not null } => ">", _ => "≥" };
        var bound = condition.Bound?.InWords(nameOfCode, language) ?? Shown(new Quantity(rule.AtLeast ?? rule.AtMost ?? rule.Above ?? 0, rule.Unit!));
        var period = (Text)(rule.Period switch
        {
            RulePeriod.Year => ("上年度", "last year"),
            RulePeriod.LastMonth => ("上月", "last month"),
            RulePeriod.Last3Years => ("近三年每年", "in each of three years"),
        });
        var measured = condition.Formula!.InWords(nameOfCode, language);
        return language == Language.English ? $"{measured} {sign} {bound}, {period.En}" : $"{period.Zh}{measured} {sign} {bound}";
    }

    private static Text Short(JudgedRule rule, Quantity shortfall)
    {
        var (value, bound, missing) = (Shown(rule.Value!.Value), Shown(rule.Bound!.Value), Shown(Up(shortfall)));
        if (rule.Rule.AtMost is not null)
            return ($"超出 {missing}（{value}，不得超过 {bound}）", $"exceeds by {missing} ({value}, at most {bound})");
        return rule.Rule.Above is null
            ? ($"差 {missing}（{value}，须达 {bound}）", $"short by {missing} ({value}, at least {bound})")
            : ($"差 {missing}（{value}，须高于 {bound}）", $"short by {missing} ({value}, above {bound})");
    }

    private static Text Lacks(IReadOnlyList<MissingFigure> missing, Func<string, Text> nameOfItem)
    {
        var (first, last) = (missing.Min(figure => figure.Period), missing.Max(figure => figure.Period));
        var names = Text.Join([.. missing.Select(figure => figure.Item).Distinct().Select(nameOfItem)])!.Value;
        var when = (Text)(first == last
            ? (first.In(Language.Chinese), first.ToString())
            : ($"{first.In(Language.Chinese)}至{last.In(Language.Chinese)}", $"{first} to {last}"));
        return ($"缺{names.Zh}（{when.Zh}）", $"lacks {names.In(Language.English)} ({when.In(Language.English)})");
    }

    // Rounded up, so that what is short is never shown as nothing.
    private static Quantity Up(Quantity quantity) => quantity with { Amount = Math.Ceiling(quantity.Amount * 100) / 100 };

    private static string Shown(Quantity quantity) => (quantity with { Amount = Math.Round(quantity.Amount, Decimals) }).ToString();
}
