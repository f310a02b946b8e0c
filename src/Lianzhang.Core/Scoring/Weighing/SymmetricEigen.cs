namespace Lianzhang.Core.Scoring.Weighing;

/// <summary>
/// Eigenvalues and vectors of a symmetric matrix by Jacobi's rotations. A library would choose its arithmetic by the machine, and a sealed
/// result must come out the same on any; these few lines of + − × / and roots do.
/// </summary>
internal static class SymmetricEigen
{
    private const int MostSweeps = 100;

    /// <summary>Eigenvalues from the largest down, each with its vector of length 1 whose components sum to no less than 0.</summary>
    public static IReadOnlyList<(double Value, double[] Vector)> Of(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var (rest, vectors) = ((double[,])matrix.Clone(), Identity(size));
        for (var sweep = 0; sweep < MostSweeps && OffDiagonal(rest) > 1e-30; sweep++)
        {
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++)
                    Rotate(rest, vectors, p, q);
            }
        }

        return [.. Enumerable.Range(0, size).Select(at => (rest[at, at], Facing(vectors, at))).OrderByDescending(pair => pair.Item1)];
    }

    private static double[,] Identity(int size)
    {
        var identity = new double[size, size];
        for (var at = 0; at < size; at++)
            identity[at, at] = 1;
        return identity;
    }

    private static double OffDiagonal(double[,] matrix)
    {
        var sum = 0.0;
        for (var p = 0; p < matrix.GetLength(0); p++)
        {
            for (var q = p + 1; q < matrix.GetLength(0); q++)
                sum += matrix[p, q] * matrix[p, q];
        }

        return sum;
    }

    private static void Rotate(double[,] matrix, double[,] vectors, int p, int q)
    {
        if (matrix[p, q] == 0)
            return;
        var theta = (matrix[q, q] - matrix[p, p]) / (2 * matrix[p, q]);
        var tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var k = 0; k < matrix.GetLength(0); k++)
            (matrix[k, p], matrix[k, q]) = ((cosine * matrix[k, p]) - (sine * matrix[k, q]), (sine * matrix[k, p]) + (cosine * matrix[k, q]));
        for (var k = 0; k < matrix.GetLength(0); k++)
            (matrix[p, k], matrix[q, k]) = ((cosine * matrix[p, k]) - (sine * matrix[q, k]), (sine * matrix[p, k]) + (cosine * matrix[q, k]));
        for (var k = 0; k < matrix.GetLength(0); k++)
            (vectors[k, p], vectors[k, q]) = ((cosine * vectors[k, p]) - (sine * vectors[k, q]), (sine * vectors[k, p]) + (cosine * vectors[k, q]));
    }

    private static double[] Facing(double[,] vectors, int column)
    {
        double[] vector = [.. Enumerable.Range(0, vectors.GetLength(0)).Select(row => vectors[row, column])];
        return vector.Sum() < 0 ? [.. vector.Select(component => -component)] : vector;
    }
}
