namespace Lianzhang.Core.Tests.Scoring;

/// <summary>
/// A composite index written a second time as plainly as can be: loops over arrays, not a number for what is missing. Columns come first, units
/// second; it shares nothing with what it is compared with.
/// </summary>
internal static class PlainIndex
{
    public static double[][] Divide(double[][] columns, double[][] by, int[] divisors)
    {
        var result = Copy(columns);
        for (var column = 0; column < columns.Length; column++)
        {
            for (var unit = 0; unit < columns[column].Length && divisors[column] >= 0; unit++)
                result[column][unit] = columns[column][unit] / by[divisors[column]][unit];
        }

        return result;
    }

    public static double[][] FillByGroup(double[][] columns, string[] groups)
    {
        var result = Copy(columns);
        for (var column = 0; column < columns.Length; column++)
        {
            for (var unit = 0; unit < groups.Length; unit++)
            {
                var (sum, count) = (0.0, 0);
                for (var other = 0; other < groups.Length; other++)
                {
                    if (groups[other] == groups[unit] && !double.IsNaN(columns[column][other]))
                        (sum, count) = (sum + columns[column][other], count + 1);
                }

                if (double.IsNaN(columns[column][unit]) && count > 0)
                    result[column][unit] = sum / count;
            }
        }

        return result;
    }

    /// <summary>How each column was treated: 0 not at all, 1 by moving points, 2 by the logarithm.</summary>
    public static (double[][] Columns, int[] How) Treat(double[][] columns)
    {
        var (result, how) = (Copy(columns), new int[columns.Length]);
        for (var column = 0; column < columns.Length; column++)
        {
            if (IsFine(columns[column]))
                continue;
            (result[column], how[column]) = (PullIn(columns[column]), 1);
            if (!IsFine(result[column]))
                (result[column], how[column]) = (Logarithm(columns[column]), 2);
        }

        return (result, how);
    }

    public static double[][] Scale(double[][] columns, bool[] isDown, double lower, double upper)
    {
        var result = Copy(columns);
        for (var column = 0; column < columns.Length; column++)
        {
            var (least, most) = (Least(columns[column]), Most(columns[column]));
            for (var unit = 0; unit < columns[column].Length; unit++)
            {
                var share = isDown[column] ? (most - columns[column][unit]) / (most - least) : (columns[column][unit] - least) / (most - least);
                result[column][unit] = lower + (share * (upper - lower));
            }
        }

        return result;
    }

    /// <summary>One column for each parent; of what is missing the weight falls to the others.</summary>
    public static double[][] Combine(double[][] columns, int[] parents, double[] weights, bool isGeometric)
    {
        var result = new double[Highest(parents) + 1][];
        for (var parent = 0; parent < result.Length; parent++)
        {
            result[parent] = new double[columns[0].Length];
            for (var unit = 0; unit < columns[0].Length; unit++)
            {
                var (sum, weight) = (0.0, 0.0);
                for (var column = 0; column < columns.Length; column++)
                {
                    if (parents[column] != parent || double.IsNaN(columns[column][unit]))
                        continue;
                    sum += weights[column] * (isGeometric ? Math.Log(columns[column][unit]) : columns[column][unit]);
                    weight += weights[column];
                }

                result[parent][unit] = isGeometric ? Math.Exp(sum / weight) : sum / weight;
            }
        }

        return result;
    }

    public static double[] Ranks(double[] scores)
    {
        var ranks = new double[scores.Length];
        for (var unit = 0; unit < scores.Length; unit++)
        {
            ranks[unit] = 1;
            for (var other = 0; other < scores.Length; other++)
                ranks[unit] += scores[other] > scores[unit] ? 1 : 0;
        }

        return ranks;
    }

    private static bool IsFine(double[] column)
    {
        var (n, sum) = (0, 0.0);
        foreach (var value in column)
            (n, sum) = double.IsNaN(value) ? (n, sum) : (n + 1, sum + value);
        var (m2, m3, m4) = (0.0, 0.0, 0.0);
        foreach (var value in column)
        {
            var d = double.IsNaN(value) ? 0 : value - (sum / n);
            (m2, m3, m4) = (m2 + (d * d / n), m3 + (d * d * d / n), m4 + (d * d * d * d / n));
        }

        var skewness = m3 / Math.Pow(m2, 1.5) * Math.Sqrt((double)n * (n - 1)) / (n - 2);
        var kurtosis = (((n + 1) * ((m4 / (m2 * m2)) - 3)) + 6) * (n - 1) / ((n - 2.0) * (n - 3));
        return (skewness > -2 && skewness < 2) || kurtosis < 3.5;
    }

    // One after another, from the end to which the column leans; five points at the most.
    private static double[] PullIn(double[] column)
    {
        var (moved, top, bottom) = ((double[])column.Clone(), 0, 0);
        while (!IsFine(moved) && top + bottom < 5)
        {
            var (least, most) = (Least(moved), Most(moved));
            var isTop = Lean(moved) >= 0;
            var (from, to) = (isTop ? most : least, isTop ? double.MinValue : double.MaxValue);
            foreach (var value in moved)
                to = isTop && value < from ? Math.Max(to, value) : !isTop && value > from ? Math.Min(to, value) : to;
            var count = 0;
            for (var unit = 0; unit < moved.Length; unit++)
                (moved[unit], count) = moved[unit] == from ? (to, count + 1) : (moved[unit], count);
            (top, bottom) = isTop ? (count, bottom) : (top, count);
        }

        return moved;
    }

    private static double[] Logarithm(double[] column)
    {
        var (least, most, result) = (Least(column), Most(column), new double[column.Length]);
        for (var unit = 0; unit < column.Length; unit++)
            result[unit] = Math.Log(column[unit] - least + (0.01 * (most - least)));
        return result;
    }

    // Above zero where the long tail is at the upper end.
    private static double Lean(double[] column)
    {
        var (sum, n, lean) = (0.0, 0, 0.0);
        foreach (var value in column)
            (sum, n) = double.IsNaN(value) ? (sum, n) : (sum + value, n + 1);
        foreach (var value in column)
            lean += double.IsNaN(value) ? 0 : (value - (sum / n)) * (value - (sum / n)) * (value - (sum / n));
        return lean;
    }

    private static double Least(double[] column)
    {
        var least = double.MaxValue;
        foreach (var value in column)
            least = value < least ? value : least;
        return least;
    }

    private static double Most(double[] column)
    {
        var most = double.MinValue;
        foreach (var value in column)
            most = value > most ? value : most;
        return most;
    }

    private static int Highest(int[] numbers)
    {
        var highest = 0;
        foreach (var number in numbers)
            highest = number > highest ? number : highest;
        return highest;
    }

    private static double[][] Copy(double[][] columns)
    {
        var copy = new double[columns.Length][];
        for (var column = 0; column < columns.Length; column++)
            copy[column] = (double[])columns[column].Clone();
        return copy;
    }
}
