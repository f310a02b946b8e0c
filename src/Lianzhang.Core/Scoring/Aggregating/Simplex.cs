namespace Lianzhang.Core.Scoring.Aggregating;

/// <summary>
/// Maximises c·x under A x ≤ b and x ≥ 0 with b ≥ 0, so that x = 0 is where it starts. Dense, with the rule of Bland, which cannot run in
/// a circle. No library solves this small a programme without bringing native code along.
/// </summary>
internal static class Simplex
{
    private const double Tiny = 1e-11;

    /// <summary>The best x; null when there is no bound.</summary>
    public static double[]? Maximise(double[] c, double[][] a, double[] b)
    {
        var (rows, columns) = (a.Length, c.Length + a.Length);
        double[][] tableau = [.. a.Select((row, at) => (double[])[.. row, .. Unit(rows, at), b[at]])];
        double[] goal = [.. c.Select(each => -each), .. new double[rows + 1]];
        int[] basis = [.. Enumerable.Range(c.Length, rows)];
        while (Array.FindIndex(goal, 0, columns, reduced => reduced < -Tiny) is >= 0 and var entering)
        {
            if (Leaving(tableau, basis, entering) is not { } leaving)
                return null;
            Pivot(tableau, goal, leaving, entering);
            basis[leaving] = entering;
        }

        var best = new double[c.Length];
        for (var row = 0; row < rows; row++)
        {
            if (basis[row] < c.Length)
                best[basis[row]] = tableau[row][^1];
        }

        return best;
    }

    private static double[] Unit(int length, int at) => [.. Enumerable.Range(0, length).Select(each => each == at ? 1.0 : 0)];

    private static int? Leaving(double[][] tableau, int[] basis, int entering)
    {
        int? leaving = null;
        var least = double.PositiveInfinity;
        for (var row = 0; row < tableau.Length; row++)
        {
            if (tableau[row][entering] <= Tiny)
                continue;
            var ratio = tableau[row][^1] / tableau[row][entering];
            if (leaving is null || ratio < least - Tiny || (ratio <= least + Tiny && basis[row] < basis[leaving.Value]))
                (leaving, least) = (row, Math.Min(ratio, least));
        }

        return leaving;
    }

    private static void Pivot(double[][] tableau, double[] goal, int leaving, int entering)
    {
        var pivot = tableau[leaving][entering];
        for (var column = 0; column < goal.Length; column++)
            tableau[leaving][column] /= pivot;
        foreach (var row in tableau.Where((_, at) => at != leaving).Append(goal))
        {
            var factor = row[entering];
            for (var column = 0; factor != 0 && column < row.Length; column++)
                row[column] -= factor * tableau[leaving][column];
        }
    }
}
