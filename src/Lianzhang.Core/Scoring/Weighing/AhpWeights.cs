using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Weighing;

/// <summary>
/// Analytic hierarchy process: the weights of one parent's children are the principal eigenvector of a matrix of pairwise comparisons, summing
/// to 1; entry (i, j) says how much more i weighs than j. Consistency ratio = ((λ − n) / (n − 1)) / random index, which must not exceed
/// <c>most_inconsistent</c>. The matrix must be positive, with 1 on its diagonal and reciprocal (to a hundredth, since 1/3 is written 0.33).
/// Source: Saaty (1980), with his random indices up to 15.
/// </summary>
public sealed record AhpWeights(
    string Step,
    [property: Description("The aggregate whose children are compared.")] string Parent,
    [property: Description("The comparisons, row by row, in the order of the children; 1/3 may be written so.")] IReadOnlyList<IReadOnlyList<double>> Matrix,
    [property: Description("The highest consistency ratio that is taken.")] double MostInconsistent = 0.1) : WeighingStep(Step, [Parent])
{
    private const int Rounds = 1000;
    private static readonly double[] RandomIndex = [0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

    internal override bool ReadsValues => false;

    internal override double[] Weigh(ScoreNode parent, ScoreState state)
    {
        var (weights, ratio) = Solve(Matrix);
        return ratio <= MostInconsistent ? weights : throw new ScoringException((
            $"判断矩阵不一致：一致性比率 {ratio:0.000}，应不超过 {MostInconsistent}",
            $"the comparisons contradict each other: the consistency ratio is {ratio:0.000} and may be {MostInconsistent} at most"), "matrix");
    }

    internal override IEnumerable<(string Key, Text Message)> Check(ScoreTree tree)
    {
        var size = tree.Find(Parent)?.Children.Count ?? 0;
        if (Matrix.Count != size || Matrix.Any(row => row.Count != size))
            yield return ("matrix", ($"判断矩阵应为 {size} 行 {size} 列，与下级指标一一对应", $"the matrix must have {size} rows and columns, one for each child"));
        else if (size > RandomIndex.Length - 1)
            yield return ("matrix", ($"判断矩阵不超过 {RandomIndex.Length - 1} 阶", $"no more than {RandomIndex.Length - 1} can be compared in one matrix"));
        else if (Enumerable.Range(0, size).Any(row => Enumerable.Range(0, size).Any(column => !IsReciprocal(row, column))))
            yield return ("matrix", ("判断矩阵须为正互反矩阵：对角线为 1，a(i,j) × a(j,i) = 1", "the matrix is not reciprocal: 1 on the diagonal, and a(i,j) × a(j,i) = 1 with both positive"));
    }

    /// <summary>The weights and the consistency ratio of a reciprocal matrix.</summary>
    internal static (double[] Weights, double Ratio) Solve(IReadOnlyList<IReadOnlyList<double>> matrix)
    {
        var size = matrix.Count;
        double[] weights = [.. matrix.Select(_ => 1.0 / size)];
        var largest = (double)size;
        for (var round = 0; round < Rounds; round++)
        {
            double[] product = [.. matrix.Select(row => row.Select((entry, column) => entry * weights[column]).Sum())];
            largest = product.Sum();
            weights = [.. product.Select(each => each / largest)];
        }

        // A matrix of two cannot contradict itself.
        return (weights, size < 3 ? 0 : (largest - size) / (size - 1) / RandomIndex[size]);
    }

    private bool IsReciprocal(int row, int column) => Matrix[row][column] > 0 && Math.Abs((Matrix[row][column] * Matrix[column][row]) - 1) <= 0.01;
}
