using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>
/// Weighted harmonic mean: Σ w / Σ (w / x) over the children that are there. Never above the geometric mean. A value of zero or below is
/// refused (COINr refuses zero alone). Missing as in <see cref="Arithmetic"/>. Source: COINr a_hmean.
/// </summary>
public sealed record Harmonic(string Step, IReadOnlyList<int>? Levels = null, MissingPart Missing = MissingPart.Renormalise, double LeastShare = 0)
    : MeanStep(Step, Levels, Missing, LeastShare)
{
    internal override double Map(double value) => 1 / value;

    internal override double Back(double mean) => 1 / mean;

    internal override Text? Refuse(double value) => value > 0 ? null : ("调和平均要求正值，请先标准化到大于零的区间", "a harmonic mean takes positive values; normalise to a range above zero");
}
