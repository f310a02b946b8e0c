using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>
/// Generalised (power) mean: (Σ w x^p / Σ w)^(1/p), and the geometric mean for p = 0. Grows with p: −1 is the harmonic, 1 the arithmetic, 2 the
/// quadratic mean. Values must be positive, or not negative where p is above zero. Missing as in <see cref="Arithmetic"/>.
/// Source: Hölder's mean; COINr a_genmean.
/// </summary>
public sealed record Generalised(
    string Step,
    [property: Description("The exponent p.")] double Exponent,
    IReadOnlyList<int>? Levels = null,
    MissingPart Missing = MissingPart.Renormalise,
    double LeastShare = 0) : MeanStep(Step, Levels, Missing, LeastShare)
{
    internal override double Map(double value) => Exponent == 0 ? Math.Log(value) : Math.Pow(value, Exponent);

    internal override double Back(double mean) => Exponent == 0 ? Math.Exp(mean) : Math.Pow(mean, 1 / Exponent);

    internal override Text? Refuse(double value) => value > 0 || (value == 0 && Exponent > 0)
        ? null
        : ($"指数为 {Exponent} 的平均不能取此值，请先标准化", $"a mean with exponent {Exponent} cannot take it; normalise first");
}
