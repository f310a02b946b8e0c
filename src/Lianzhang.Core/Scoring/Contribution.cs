namespace Lianzhang.Core.Scoring;

/// <summary>What a part of a score gave to it, for one unit.</summary>
/// <param name="Parent">The score.</param>
/// <param name="Child">The part: an indicator, an aggregate, or a column that was counted.</param>
/// <param name="Value">The part's own score; null where it is missing.</param>
/// <param name="Weight">Its weight among those that were there; null where it has none.</param>
/// <param name="Points">What it added to the score; null where the method does not add up.</param>
public sealed record Contribution(string Parent, string Child, double? Value, double? Weight, double? Points);
