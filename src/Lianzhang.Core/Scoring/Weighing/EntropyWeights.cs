namespace Lianzhang.Core.Scoring.Weighing;

/// <summary>
/// Entropy weights: p = x / Σx, e = −Σ p ln p / ln n over the n values that are there, weight ∝ 1 − e; 0 ln 0 is 0. What differs more between
/// units weighs more; what does not differ weighs nothing. Values must not be negative nor sum to zero, so that columns are normalised first.
/// Source: Shannon's entropy as a weight (熵权法), Hwang and Yoon (1981).
/// </summary>
public sealed record EntropyWeights(string Step, IReadOnlyList<string>? Parents = null) : WeighingStep(Step, Parents)
{
    internal override double[] Weigh(ScoreNode parent, ScoreState state) => [.. parent.Children.Select(child => Divergence(child, state))];

    private static double Divergence(string code, ScoreState state)
    {
        var values = Statistics.Present(state.Table[code]);
        var sum = values.Sum();
        if (values.Any(value => value < 0) || sum == 0)
            throw new ScoringException(($"熵权法要求 {code} 非负且不全为零，请先标准化", $"entropy takes values of {code} that are not negative and not all zero; normalise first"));
        if (values.Length < 2)
            return 0;
        var entropy = -values.Where(value => value > 0).Sum(value => value / sum * Math.Log(value / sum)) / Math.Log(values.Length);
        return Math.Max(0, 1 - entropy);
    }
}
