using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Values;

public sealed class UnitTests
{
    [Theory]
    [InlineData("1", "亿元", "万元", "10000")]
    [InlineData("10.3", "万亿元", "亿元", "103000")]
    [InlineData("1", "万千瓦", "MW", "10")]
    [InlineData("580.87", "万千瓦", "MW", "5808.7")]
    [InlineData("15", "亩", "公顷", "1")]
    [InlineData("1", "公顷", "亩", "15")]
    [InlineData("3", "亩", "平方米", "2000")]
    [InlineData("1", "平方公里", "亩", "1500")]
    [InlineData("3", "亿元/万人", "元/人", "30000")]
    [InlineData("2", "万元/亩", "亿元/公顷", "0.003")]
    [InlineData("37", "%", "", "0.37")]
    public void Units_of_one_dimension_convert_exactly(string amount, string from, string to, string expected) =>
        Assert.Equal(decimal.Parse(expected), new Quantity(decimal.Parse(amount), Unit.Parse(from)).To(Unit.Parse(to)).Amount);

    [Fact]
    public void One_mu_is_two_thirds_of_a_thousand_square_metres() =>
        Assert.Equal(666.67m, decimal.Round(new Quantity(1, Unit.Parse("亩")).To(Unit.Parse("平方米")).Amount, 2));

    [Theory]
    [InlineData("亿元", "家")]
    [InlineData("万千瓦", "亿千瓦时")]
    [InlineData("元", "美元")]
    [InlineData("家", "人")]
    public void Units_of_different_dimensions_do_not(string from, string to) =>
        Assert.Throws<InvalidOperationException>(() => new Quantity(1, Unit.Parse(from)).To(Unit.Parse(to)));

    [Theory]
    [InlineData("亿圆")]
    [InlineData("万元/")]
    [InlineData("/亩")]
    [InlineData("万元/亩/年")]
    public void An_unknown_symbol_is_refused(string symbol) => Assert.False(Unit.TryParse(symbol, out _));

    [Property]
    public Property There_and_back_is_the_same_quantity() => Prop.ForAll(SameDimension(), Gen.Choose(-1_000_000_000, 1_000_000_000).ToArbitrary(), (pair, cents) =>
    {
        var quantity = new Quantity(cents / 100m, pair.From);
        var back = quantity.To(pair.To).To(pair.From);
        return Math.Abs(back.Amount - quantity.Amount) <= Math.Abs(quantity.Amount) * 0.000_000_000_000_000_001m;
    });

    [Property]
    public Property Order_does_not_depend_on_the_unit() => Prop.ForAll(SameDimension(), Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(), Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(), (pair, a, b) =>
        new Quantity(a, pair.From).To(pair.To).Amount.CompareTo(new Quantity(b, pair.From).To(pair.To).Amount) == a.CompareTo(b));

    private static Arbitrary<(Unit From, Unit To)> SameDimension()
    {
        var units = UnitSymbols.All.Values.ToList();
        return (from unit in Gen.Elements<Unit>(units)
                from other in Gen.Elements<Unit>(units.Where(candidate => candidate.Dimension == unit.Dimension))
                select (unit, other)).ToArbitrary();
    }
}
