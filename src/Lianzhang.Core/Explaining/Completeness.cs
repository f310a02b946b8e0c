using Lianzhang.Core.Values;

namespace Lianzhang.Core.Explaining;

/// <summary>A reason for which units gave nothing, with how many gave it.</summary>
public sealed record GapReason(Text Reason, int Units);

/// <summary>How many units were asked and what became of it. Asked is always the sum of the other three.</summary>
/// <param name="Asked">How many were asked.</param>
/// <param name="Answered">How many gave an amount, zero among them.</param>
/// <param name="NotApplicable">How many said that it does not apply to them.</param>
/// <param name="Missing">How many owe it, or part of the period.</param>
/// <param name="Reasons">Why it is missing, the most frequent first.</param>
public sealed record Completeness(int Asked, int Answered, int NotApplicable, int Missing, IReadOnlyList<GapReason> Reasons)
{
    internal static Completeness Of(IReadOnlyCollection<UnitAnswer> answers)
    {
        var missing = answers.Where(answer => answer.State is not (FactState.Value or FactState.Zero or FactState.NotApplicable)).ToList();
        var notApplicable = answers.Count(answer => answer.State == FactState.NotApplicable);
        return new Completeness(answers.Count, answers.Count - notApplicable - missing.Count, notApplicable, missing.Count, [.. missing
            .GroupBy(answer => answer.Reason ?? default)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Zh, StringComparer.Ordinal)
            .Select(group => new GapReason(group.Key, group.Count()))]);
    }
}
