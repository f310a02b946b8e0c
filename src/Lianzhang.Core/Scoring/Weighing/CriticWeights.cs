namespace Lianzhang.Core.Scoring.Weighing;

/// <summary>
/// CRITIC: weight ∝ s × Σ (1 − r) with the sample deviation s of a column and its correlations r with the others below the same parent, over
/// the rows where both are there. What varies and says what others do not weighs more. Columns are normalised (min-max) first.
/// Source: Diakoulaki, Mavrotas and Papayannakis (1995).
/// </summary>
public sealed record CriticWeights(string Step, IReadOnlyList<string>? Parents = null) : WeighingStep(Step, Parents)
{
    internal override double[] Weigh(ScoreNode parent, ScoreState state)
    {
        if (parent.Children.Count == 1)
            return [1];
        return [.. parent.Children.Select(child =>
        {
            var values = Statistics.Present(state.Table[child]);
            var conflict = parent.Children.Where(other => other != child).Sum(other => 1 - Statistics.Correlation(state.Table[child], state.Table[other]));
            return values.Length < 2 ? 0 : Statistics.Deviation(values) * conflict;
        })];
    }
}
