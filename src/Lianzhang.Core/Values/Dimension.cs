namespace Lianzhang.Core.Values;

/// <summary>What kind of thing a unit measures, as powers of base kinds; equal dimensions can be added and compared.</summary>
public readonly record struct Dimension
{
    // One byte per base kind, each the power plus 0, wrapped; powers beyond ±100 do not occur in statistics.
    private readonly long powers;

    private Dimension(long powers) => this.powers = powers;

    /// <summary>Plain numbers, ratios and percentages.</summary>
    public static Dimension None => default;

    public static Dimension Yuan { get; } = Base(0);

    public static Dimension Dollar { get; } = Base(1);

    public static Dimension Power { get; } = Base(2);

    public static Dimension Energy { get; } = Base(3);

    public static Dimension Area { get; } = Base(4);

    public static Dimension Mass { get; } = Base(5);

    public static Dimension Count { get; } = Base(6);

    public static Dimension Person { get; } = Base(7);

    public static Dimension operator *(Dimension a, Dimension b) => Combine(a, b, static (x, y) => x + y);

    public static Dimension operator /(Dimension a, Dimension b) => Combine(a, b, static (x, y) => x - y);

    private static Dimension Base(int index) => new(1L << (8 * index));

    private static Dimension Combine(Dimension a, Dimension b, Func<int, int, int> power)
    {
        long result = 0;
        for (var shift = 0; shift < 64; shift += 8)
        {
            var combined = power((sbyte)(a.powers >> shift), (sbyte)(b.powers >> shift));
            result |= (long)(byte)(sbyte)combined << shift;
        }

        return new Dimension(result);
    }
}
