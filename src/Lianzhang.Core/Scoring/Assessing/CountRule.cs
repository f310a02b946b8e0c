using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>What each occurrence of something is worth.</summary>
public sealed record CountRule(
    [property: Description("The column that holds how often it occurred; missing counts as never.")] string Column,
    [property: Description("Points for each time; negative ones are taken off.")] double Each);

/// <summary>Sums what was counted.</summary>
internal static class CountRules
{
    /// <summary>The points of each rule for a row, with how often it occurred. Nothing that was not reported is counted.</summary>
    public static IReadOnlyList<(CountRule Rule, double? Times, double Points)> Count(this IReadOnlyList<CountRule> rules, ScoreState state, int row) =>
        [.. rules.Select(rule => (rule, state.Table[rule.Column][row], (state.Table[rule.Column][row] ?? 0) * rule.Each))];

    public static IEnumerable<(string Key, string Code)> Columns(this IReadOnlyList<CountRule> rules) => rules.Select(rule => ("counts", rule.Column));
}
