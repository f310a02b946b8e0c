namespace Lianzhang.Core.Scoring.Robust;

/// <summary>
/// Something uncertain: which method a step uses, or the weights below an aggregate. It takes a run of numbers from 0 to 1 out of a sample.
/// </summary>
internal sealed record RobustInput(string Name, int Start, int Length);

/// <summary>A child whose weight is uncertain, with the place of its number in a sample.</summary>
internal sealed record UncertainWeight(string Code, int Place);
