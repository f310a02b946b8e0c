using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Registers;

namespace Lianzhang.Core.Tests.Registers;

public sealed class ConcentrationProperties
{
    // Rounding to 28 places.
    private const decimal Tiny = 0.000_000_000_000_000_001m;

    private static readonly Gen<decimal[]> Amounts = Gen.Choose(1, 1_000_000).Select(hundredths => hundredths / 100m).NonEmptyListOf().Select(list => list.ToArray());

    [Property(MaxTest = 500)]
    public Property Hhi_lies_between_one_over_n_and_one() => Prop.ForAll(Amounts.ToArbitrary(), amounts =>
        Concentration.Hhi(amounts) is { } hhi && hhi >= (1m / amounts.Length) - Tiny && hhi <= 1);

    [Property(MaxTest = 500)]
    public Property Cr4_lies_between_four_over_n_and_one_and_is_one_for_four_or_fewer() => Prop.ForAll(Amounts.ToArbitrary(), amounts =>
        Concentration.Cr4(amounts) is { } cr4 && cr4 <= 1 && cr4 >= Math.Min(1, 4m / amounts.Length) - Tiny && (amounts.Length > 4 || cr4 >= 1 - Tiny));

    [Property(MaxTest = 500)]
    public Property Both_rise_when_the_largest_grows() => Prop.ForAll(Amounts.ToArbitrary(), amounts =>
    {
        decimal[] grown = [.. amounts.Order().SkipLast(1), amounts.Max() * 2];
        return Concentration.Cr4(grown) >= Concentration.Cr4(amounts) - Tiny && Concentration.Hhi(grown) >= Concentration.Hhi(amounts) - Tiny;
    });

    [Property(MaxTest = 500)]
    public Property Neither_depends_on_the_order_the_scale_or_on_who_makes_nothing() => Prop.ForAll(Amounts.ToArbitrary(), amounts =>
    {
        decimal[] other = [0, .. amounts.Reverse().Select(amount => amount * 1_000), -5];
        return Math.Abs(Concentration.Cr4(other)!.Value - Concentration.Cr4(amounts)!.Value) <= Tiny && Math.Abs(Concentration.Hhi(other)!.Value - Concentration.Hhi(amounts)!.Value) <= Tiny;
    });

    [Fact]
    public void They_are_what_the_textbook_says()
    {
        decimal[] amounts = [40, 30, 15, 10, 5];
        Assert.Equal((0.95m, 0.285m), (Concentration.Cr4(amounts), Concentration.Hhi(amounts)));
        Assert.Equal((null, null), (Concentration.Cr4([]), Concentration.Hhi([0, -1])));
    }
}
