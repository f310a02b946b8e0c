namespace Lianzhang.Core.Values;

/// <summary>
/// Powers and roots of decimals by series, since <see cref="Math"/> works in binary floating point whose last digits differ
/// between machines, and a published board must recompute bit for bit. Results carry 18 significant digits.
/// </summary>
public static class DecimalMath
{
    private const decimal Ln2 = 0.6931471805599453094172321215m;

    /// <summary><paramref name="x"/> to the power <paramref name="y"/>, for positive <paramref name="x"/>; null when out of range.</summary>
    public static decimal? Pow(decimal x, decimal y)
    {
        if (x <= 0)
            return null;
        if (y == 0 || x == 1)
            return 1;
        if (y == 1)
            return x;
        try
        {
            var exponent = y * Ln(x);
            return Math.Abs(exponent) > 60 ? null : Significant(Exp(exponent));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Rounds to 18 significant digits, half away from zero.</summary>
    public static decimal Significant(decimal value)
    {
        if (value == 0)
            return 0;
        var digitsBeforePoint = 0;
        for (var rest = Math.Abs(value); rest >= 1; rest /= 10)
            digitsBeforePoint++;
        return Math.Round(value, Math.Clamp(18 - digitsBeforePoint, 0, 18), MidpointRounding.AwayFromZero);
    }

    private static decimal Ln(decimal x)
    {
        // x = m * 2^k with m near 1, then ln m = 2 artanh((m-1)/(m+1)).
        var k = 0;
        for (; x > 1.5m; k++)
            x /= 2;
        for (; x < 0.75m; k--)
            x *= 2;

        var z = (x - 1) / (x + 1);
        var square = z * z;
        var term = z;
        var sum = 0m;
        for (var n = 1; term != 0 && n < 200; n += 2, term *= square)
            sum += term / n;
        return (2 * sum) + (k * Ln2);
    }

    private static decimal Exp(decimal x)
    {
        // e^x = (e^(x / 2^k))^(2^k) would lose digits; e^x = 2^k * e^(x - k ln 2) keeps them.
        var k = (int)Math.Round(x / Ln2);
        var rest = x - (k * Ln2);
        var term = 1m;
        var sum = 1m;
        for (var n = 1; term != 0 && n < 100; n++)
        {
            term = term * rest / n;
            sum += term;
        }

        for (; k > 0; k--)
            sum *= 2;
        for (; k < 0; k++)
            sum /= 2;
        return sum;
    }
}
