namespace Lianzhang.Core.Values;

/// <summary>
/// Chance that is the same everywhere: SplitMix64 from a seed and the place that is drawn for, so that what is drawn for one unit and
/// month depends on nothing drawn before. Of floating point only what IEEE 754 fixes to the last bit is used: + - * / and scaling by
/// powers of two, never the functions of a machine's library.
/// </summary>
internal struct Draw
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private const double Unit = 1.0 / (1UL << 53);
    private const double Ln2 = 0.693147180559945309;
    private const int Terms = 16;

    private ulong state;

    private Draw(ulong start) => state = start;

    /// <summary>The stream of a place: a purpose, a unit, a month.</summary>
    public static Draw For(ulong seed, params ReadOnlySpan<long> place)
    {
        var mixed = Mix(seed + Step);
        foreach (var part in place)
            mixed = Mix(mixed ^ Mix(((ulong)part * Step) + Step));
        return new Draw(mixed);
    }

    public ulong Next() => Mix(state += Step);

    /// <summary>At least 0 and less than 1.</summary>
    public double Fraction() => (Next() >> 11) * Unit;

    /// <summary>At least 0 and less than the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public bool Chance(double probability) => Fraction() < probability;

    public double Between(double least, double most) => least + ((most - least) * Fraction());

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Nearly normal, with mean 0 and deviation 1, never beyond 6: the sum of twelve.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var times = 0; times < 12; times++)
            sum += Fraction();
        return sum;
    }

    /// <summary>Roughly normal and cheap, with mean 0 and deviation 1, never beyond 3.5: the sum of four.</summary>
    public double Bell() => (Fraction() + Fraction() + Fraction() + Fraction() - 2) * 1.7320508075688772;

    /// <summary>Which of the weighted choices.</summary>
    public int Weighted(IReadOnlyList<double> weights)
    {
        var left = Fraction() * weights.Sum();
        for (var index = 0; index < weights.Count - 1; index++)
        {
            left -= weights[index];
            if (left < 0)
                return index;
        }

        return weights.Count - 1;
    }

    /// <summary>e to a power between -700 and 700: a series on what is left of whole powers of two.</summary>
    public static double Exp(double power)
    {
        var twos = Math.Floor((power / Ln2) + 0.5);
        var rest = power - (twos * Ln2);
        var sum = 1.0;
        for (var term = Terms; term > 0; term--)
            sum = 1 + (rest * sum / term);
        return Math.ScaleB(sum, (int)twos);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
