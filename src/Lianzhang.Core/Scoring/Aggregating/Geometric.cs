using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>
/// Weighted geometric mean: exp(Σ w ln x / Σ w) over the children that are there. Never above the arithmetic mean; a low child is made up for
/// only in part. A value of zero or below is refused, since one zero would wipe out all others: normalise to a range above zero. Missing as
/// in <see cref="Arithmetic"/>. Source: OECD/JRC Handbook (2008), step 6; COINr a_gmean.
/// </summary>
public sealed record Geometric(string Step, IReadOnlyList<int>? Levels = null, MissingPart Missing = MissingPart.Renormalise, double LeastShare = 0)
    : MeanStep(Step, Levels, Missing, LeastShare)
{
    internal override double Map(double value) => Math.Log(value);

    internal override double Back(double mean) => Math.Exp(mean);

    internal override Text? Refuse(double value) => value > 0 ? null : ("几何平均要求正值，请先标准化到大于零的区间", "a geometric mean takes positive values; normalise to a range above zero");
}
