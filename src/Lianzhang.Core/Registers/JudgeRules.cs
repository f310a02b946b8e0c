using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Registers;

/// <summary>Holds an enterprise against rules, one by one.</summary>
public static class JudgeRules
{
    private const int WeakestOf = 3;

    public static IReadOnlyList<JudgedRule> Of(IReadOnlyList<UnitCondition> conditions, JudgedUnit unit) => [.. conditions.Select(condition => Of(condition, unit))];

    /// <summary>Whether nothing that the enterprise is stands in the way; facts are not looked at, so that many can be set aside quickly.</summary>
    public static bool MayMeet(IReadOnlyList<UnitCondition> conditions, JudgedUnit unit) =>
        conditions.Where(condition => condition.Formula is null).All(condition => Of(condition, unit) is { State: not RuleState.Unmet } or { IsMeasuredShort: true });

    private static JudgedRule Of(UnitCondition condition, JudgedUnit unit) => condition switch
    {
        { Formula: not null } => Measured(condition, unit),
        { Rule.Attribute: { } attribute } => Named(condition.Rule, attribute, unit),
        _ => Counted(condition.Rule, unit),
    };

    private static JudgedRule Named(UnitRule rule, string attribute, JudgedUnit unit)
    {
        if (unit.Has(attribute, rule.In ?? []))
            return new JudgedRule(rule, RuleState.Met);
        // Without a title one has none; without an industry or a size it was never recorded.
        return unit.Unit.Of(attribute).Count > 0 || attribute == UnitAttributes.Title || UnitAttributes.Several.Contains(attribute)
            ? new JudgedRule(rule, RuleState.Unmet)
            : new JudgedRule(rule, RuleState.CannotTell, Reason: ("名录中没有记载", "the register does not say"));
    }

    private static JudgedRule Counted(UnitRule rule, JudgedUnit unit)
    {
        if (unit.First is not { } first)
            return new JudgedRule(rule, RuleState.CannotTell, Reason: ("成立日期不详", "its first day is not known"));
        if (rule.YearsAtLeast is { } least && first.AddYears(least) is var since && unit.Day < since)
            return new JudgedRule(rule, RuleState.Unmet, MetOn: since);
        return new JudgedRule(rule, rule.YearsAtMost is { } most && unit.Day > first.AddYears(most) ? RuleState.Unmet : RuleState.Met);
    }

    private static JudgedRule Measured(UnitCondition condition, JudgedUnit unit)
    {
        var judged = Periods(condition.Rule.Period, unit.Day).Select(period => In(condition, unit, period)).ToList();
        // One year that falls short decides; one that is not known leaves it open.
        return judged.Where(one => one.State == RuleState.Unmet).MaxBy(one => one.Distance(unit.Day))
            ?? judged.Find(one => one.State == RuleState.CannotTell)
            ?? judged[0];
    }

    private static IEnumerable<Period> Periods(RulePeriod period, DateOnly day) => period switch
    {
        RulePeriod.LastMonth => [Period.LastEnded(PeriodKind.Month, day)],
        RulePeriod.Year => [Period.LastEnded(PeriodKind.Year, day)],
        RulePeriod.Last3Years => Enumerable.Range(0, WeakestOf).Select(back => Period.LastEnded(PeriodKind.Year, day).Shift(-back)),
    };

    private static JudgedRule In(UnitCondition condition, JudgedUnit unit, Period period)
    {
        var rule = condition.Rule;
        var value = unit.Measure(condition.Formula!, period);
        if (!value.HasValue)
            return Open(rule, value);
        var least = condition.Bound is { } formula ? unit.Measure(formula, period) : null;
        if (least is { HasValue: false })
            return Open(rule, least);
        var bound = least?.Amount ?? rule.Unit!.ToBase(rule.AtLeast ?? rule.AtMost ?? rule.Above ?? 0);
        var missing = rule.AtMost is null ? bound - value.Amount : value.Amount - bound;
        var isMet = rule.Above is null ? missing <= 0 : missing < 0;
        return new JudgedRule(rule, isMet ? RuleState.Met : RuleState.Unmet, Told(rule, value.Amount), Told(rule, bound), isMet ? null : Told(rule, missing));
    }

    private static JudgedRule Open(UnitRule rule, Reading reading) => new(rule, RuleState.CannotTell, Missing: reading.Missing, Reason: reading.Missing.Count > 0 ? null : reading.Reason);

    private static Quantity Told(UnitRule rule, decimal inBase) => new(rule.Unit!.FromBase(inBase), rule.Unit);
}
