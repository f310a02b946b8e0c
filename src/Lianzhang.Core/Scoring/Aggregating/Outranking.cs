namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>
/// The sum of a unit's row in the outranking matrix: the weights by which it is better than each other unit. Range 0 to n − 1; only the order
/// of values counts; directions are respected. A unit for which all children are missing has no score. Source: COINr a_copeland, which sums
/// the matrix in this way and does not count majorities as <see cref="Copeland"/> does.
/// </summary>
public sealed record Outranking(string Step, IReadOnlyList<int>? Levels = null) : AggregatingStep(Step, Levels)
{
    internal override IEnumerable<TraceTable> Beside(AggregateInput input) => [OutrankingMatrix.Show(input, Step, Method)];

    internal override (double?[] Values, IEnumerable<(int Row, Contribution Contribution)> Contributions) Combine(AggregateInput input)
    {
        var matrix = OutrankingMatrix.Of(input);
        return ([.. Enumerable.Range(0, input.Rows).Select(row => input.Columns.All(column => column[row] is null)
            ? (double?)null
            : Enumerable.Range(0, input.Rows).Sum(other => matrix[row, other]))], input.Parts());
    }
}
