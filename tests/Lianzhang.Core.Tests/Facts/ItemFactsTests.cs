using FsCheck.Xunit;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Facts;

/// <summary>Amounts come out to the letter as dividing writes them, without zeros that say nothing.</summary>
public sealed class ItemFactsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    [InlineData(-15_000)]
    [InlineData(1_230)]
    [InlineData(-7)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(long.MinValue + 1)]
    public void Ten_thousandths_become_amounts(long scaled) => Check(scaled);

    [Property(MaxTest = 1_000)]
    public void Any_ten_thousandths_become_amounts(int scaled, byte zeros) => Check(scaled * (long)Math.Pow(10, zeros % 8));

    [Fact]
    public void Sums_beyond_64_bits_become_amounts() => Check((Int128)long.MaxValue * 30);

    private static void Check(Int128 scaled)
    {
        foreach (var unit in new[] { Unit.One, Unit.Percent, Unit.Parse("万元"), Unit.Parse("亩") })
        {
            var amount = new ItemFacts("output", unit, new FactWindow(2022)).InBase(scaled);
            Assert.Equal(decimal.GetBits(unit.ToBase((decimal)scaled / 10_000)), decimal.GetBits(amount));
        }
    }
}
