using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Supervision;

/// <summary>That an order came to a level: of which matter, and which body answers for it.</summary>
public sealed record LevelReached(string Matter, Guid? Owner, string Level);

/// <summary>What follows when orders come to a level.</summary>
public static class Consequences
{
    /// <param name="rules">The rules of the programme.</param>
    /// <param name="earlier">What was reached before, the earliest first.</param>
    /// <param name="now">What is reached now.</param>
    public static IReadOnlyList<OrderConsequence> Of(IReadOnlyList<OrderConsequence> rules, IReadOnlyList<LevelReached> earlier, LevelReached now)
    {
        var ofMatter = earlier.Count(reached => reached.Matter == now.Matter && reached.Level == now.Level) + 1;
        var inARow = now.Owner is null ? 0 : earlier.Where(reached => reached.Owner == now.Owner).Reverse().TakeWhile(reached => reached.Level == now.Level).Count() + 1;
        return [.. rules.Where(rule => rule.Level == now.Level && (rule.InARow ? inARow > 0 && inARow % rule.Times == 0 : ofMatter == rule.Times))];
    }
}
