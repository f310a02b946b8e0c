using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Values;

public sealed class DecimalMathTests
{
    [Theory]
    [InlineData("2", "10", "1024")]
    [InlineData("4", "0.5", "2")]
    [InlineData("1.1", "2", "1.21")]
    [InlineData("10", "-2", "0.01")]
    [InlineData("0.25", "0.5", "0.5")]
    [InlineData("7", "0", "1")]
    public void Powers_with_a_short_result_are_exact(string x, string y, string expected) =>
        Assert.Equal(decimal.Parse(expected), DecimalMath.Pow(decimal.Parse(x), decimal.Parse(y)));

    [Theory]
    [InlineData("0", "2")]
    [InlineData("-1", "0.5")]
    [InlineData("10", "40")]
    public void What_has_no_decimal_power_is_null(string x, string y) => Assert.Null(DecimalMath.Pow(decimal.Parse(x), decimal.Parse(y)));

    [Property]
    public Property A_root_raised_again_is_the_number() => Prop.ForAll(Gen.Choose(1, 10_000_000).ToArbitrary(), Gen.Choose(2, 12).ToArbitrary(), (thousandths, n) =>
    {
        var x = thousandths / 1000m;
        var again = DecimalMath.Pow(DecimalMath.Pow(x, 1m / n)!.Value, n)!.Value;
        return Math.Abs(again - x) <= x * 0.000_000_000_001m;
    });

    [Property]
    public Property It_agrees_with_binary_floating_point() => Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), Gen.Choose(-300, 300).ToArbitrary(), (thousandths, hundredths) =>
    {
        var expected = Math.Pow(thousandths / 1000.0, hundredths / 100.0);
        var actual = (double)DecimalMath.Pow(thousandths / 1000m, hundredths / 100m)!.Value;
        return Math.Abs(actual - expected) <= Math.Max(expected * 1e-9, 1e-17);
    });
}
