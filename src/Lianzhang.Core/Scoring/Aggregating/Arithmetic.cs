namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>
/// Weighted arithmetic mean: Σ w x / Σ w over the children that are there. Between the lowest and the highest child; more of a child never
/// lowers it. Weights of what is missing fall to the others, or the result is missing by <c>missing: missing</c> or below <c>least_share</c>.
/// Source: OECD/JRC Handbook (2008), step 6; COINr a_amean.
/// </summary>
public sealed record Arithmetic(string Step, IReadOnlyList<int>? Levels = null, MissingPart Missing = MissingPart.Renormalise, double LeastShare = 0)
    : MeanStep(Step, Levels, Missing, LeastShare)
{
    internal override double Map(double value) => value;

    internal override double Back(double mean) => mean;

    internal override double? Points(double value, double share) => value * share;
}
