using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Registers;

/// <summary>Where an enterprise stands before a title or an instrument of support, best first.</summary>
public enum Readiness
{
    /// <summary>All rules are met.</summary>
    Meets,

    /// <summary>It falls short by amounts that can be told, and by nothing else.</summary>
    FallsShort,

    /// <summary>No rule is known to be unmet, and not all that is needed is known.</summary>
    CannotTell,

    /// <summary>It is not what is meant: by its industry, its size or a title that it lacks.</summary>
    NotMeant,

    /// <summary>It has it already.</summary>
    Has,
}

/// <summary>An enterprise held against all rules of a title or an instrument.</summary>
/// <param name="Readiness">Where it stands.</param>
/// <param name="Rules">Each rule with its outcome.</param>
/// <param name="Distance">How far it is from meeting all, for order among those that fall short: fewer unmet rules first, then smaller shares.</param>
public sealed record LadderJudgement(Readiness Readiness, IReadOnlyList<JudgedRule> Rules, decimal Distance)
{
    public IEnumerable<JudgedRule> Unmet => Rules.Where(rule => rule.State == RuleState.Unmet);

    public IEnumerable<JudgedRule> Open => Rules.Where(rule => rule.State == RuleState.CannotTell);
}

/// <summary>Says who is ready for a title, who falls short by how little, and of whom it cannot be told.</summary>
public static class JudgeLadder
{
    private const decimal LargestShare = 999;

    /// <summary>The rules of a title, with those that ask for the titles below it on the ladder.</summary>
    public static IReadOnlyList<UnitCondition> Conditions(Programme programme, TitleDefinition title) =>
    [
        .. (title.RestsOn ?? []).Select(below => new UnitCondition(new UnitRule($"holds_{below}", Holds(programme, below), Attribute: UnitAttributes.Title, In: [below]))),
        .. programme.TitleConditions.GetValueOrDefault(title.Code) ?? [],
    ];

    /// <param name="conditions">The rules.</param>
    /// <param name="unit">The enterprise.</param>
    /// <param name="title">The title that the rules lead to; null for an instrument of support.</param>
    public static LadderJudgement Of(IReadOnlyList<UnitCondition> conditions, JudgedUnit unit, string? title = null)
    {
        var rules = JudgeRules.Of(conditions, unit);
        var unmet = rules.Where(rule => rule.State == RuleState.Unmet).ToList();
        var distance = (unmet.Count * (LargestShare + 1)) + unmet.Sum(rule => Math.Min(rule.Distance(unit.Day), LargestShare) / unmet.Count);
        return new LadderJudgement(Of(rules, unmet, title is not null && unit.Unit.Of(UnitAttributes.Title).Contains(title)), rules, distance);
    }

    private static Readiness Of(IReadOnlyList<JudgedRule> rules, List<JudgedRule> unmet, bool has)
    {
        if (has)
            return Readiness.Has;
        if (unmet.Exists(rule => !rule.IsMeasuredShort))
            return Readiness.NotMeant;
        if (rules.Any(rule => rule.State == RuleState.CannotTell))
            return Readiness.CannotTell;
        return unmet.Count > 0 ? Readiness.FallsShort : Readiness.Meets;
    }

    private static Text Holds(Programme programme, string title) => ($"已获{programme.TitleName(title).Zh}称号", $"holds the title {programme.TitleName(title).In(Language.English)}");
}
