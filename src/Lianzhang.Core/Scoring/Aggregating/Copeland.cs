namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>
/// Copeland's score: how many units it beats minus how many beat it, where i beats j when the weights for it are above a half in the
/// outranking matrix. Range −(n − 1) to n − 1; only the order of values counts, so that no normalising is needed; directions are respected.
/// A unit for which all children are missing has no score. Source: Copeland (1951); Munda and Nardo (2005).
/// </summary>
public sealed record Copeland(string Step, IReadOnlyList<int>? Levels = null) : AggregatingStep(Step, Levels)
{
    // Weights are sums of fractions: what should be exactly a half may miss it by a last digit.
    private const double Slack = 1e-12;

    internal override IEnumerable<TraceTable> Beside(AggregateInput input) => [OutrankingMatrix.Show(input, Step, Method)];

    internal override (double?[] Values, IEnumerable<(int Row, Contribution Contribution)> Contributions) Combine(AggregateInput input)
    {
        var matrix = OutrankingMatrix.Of(input);
        var scores = new double?[input.Rows];
        for (var row = 0; row < input.Rows; row++)
        {
            if (input.Columns.Any(column => column[row] is not null))
                scores[row] = Enumerable.Range(0, input.Rows).Where(other => other != row).Sum(other => Verdict(matrix[row, other]));
        }

        return (scores, input.Parts());
    }

    private static int Verdict(double weight) => weight > 0.5 + Slack ? 1 : weight < 0.5 - Slack ? -1 : 0;
}
