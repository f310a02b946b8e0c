namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>
/// The weighted outranking matrix: entry (i, j) is the sum of the weights of children by which i is better than j, and half of those by which
/// they are equal; 0 on the diagonal. Children that are missing for one of a pair are left out and the weights of the others taken to sum to
/// 1, so that (i, j) + (j, i) = 1; a pair with nothing in common is even. Source: Munda and Nardo (2005); COINr outrankMatrix.
/// </summary>
internal static class OutrankingMatrix
{
    public static double[,] Of(AggregateInput input)
    {
        var matrix = new double[input.Rows, input.Rows];
        for (var one = 0; one < input.Rows; one++)
        {
            for (var other = one + 1; other < input.Rows; other++)
                (matrix[one, other], matrix[other, one]) = Compare(input, one, other);
        }

        return matrix;
    }

    private static (double For, double Against) Compare(AggregateInput input, int one, int other)
    {
        var (better, sum) = (0.0, 0.0);
        for (var child = 0; child < input.Columns.Length; child++)
        {
            if (input.Columns[child][one] is not { } left || input.Columns[child][other] is not { } right)
                continue;
            var weight = input.Weights[child];
            sum += weight;
            better += input.Turn(child, left).CompareTo(input.Turn(child, right)) switch { > 0 => weight, 0 => weight / 2, _ => 0 };
        }

        return sum == 0 ? (0.5, 0.5) : (better / sum, 1 - (better / sum));
    }

    public static TraceTable Show(AggregateInput input, string step, string method)
    {
        var matrix = Of(input);
        var units = input.State.Table.Units;
        return new TraceTable($"{step} ({input.Node.Code})", method, units, [.. units.Select((unit, row) =>
            new TraceRow(unit, [.. units.Select((_, column) => (double?)matrix[row, column])]))]);
    }
}
