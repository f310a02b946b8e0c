using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;

namespace Lianzhang.Core.Tests.Registers;

/// <summary>The classes of GB/T 4754-2017, and what of a programme they belong to.</summary>
public sealed class GbClassesTests
{
    [Fact]
    public void All_classes_are_there_each_once_below_its_own_group()
    {
        Assert.Equal(1972, GbClasses.All.Count());
        Assert.Equal([(1, 20), (2, 97), (3, 473), (4, 1382)], GbClasses.All.CountBy(found => found.Code.Length).Select(count => (count.Key, count.Value)).Order());
        Assert.All(GbClasses.All.Where(found => found.Code.Length > 2), found => Assert.NotNull(GbClasses.Find(found.Code[..^1])));
        Assert.DoesNotContain(GbClasses.All, found => found.Name.Length == 0 || found.Name != found.Name.Trim());
    }

    [Theory]
    [InlineData("0111", "稻谷种植", true)]
    [InlineData("1411", "糕点、面包制造", true)]
    [InlineData("9700", "国际组织", true)]
    [InlineData("141", "焙烤食品制造", false)]
    [InlineData("C", "制造业", false)]
    [InlineData("111", "煤炭开采和洗选专业及辅助性活动", false)]
    [InlineData("", "", false)]
    public void A_unit_is_of_a_class_of_four_digits(string code, string name, bool isClass)
    {
        Assert.Equal(isClass, GbClasses.IsClass(code));
        if (GbClasses.Find(code) is not null)
            Assert.Equal(name, GbClasses.Name(code));
    }

    [Fact]
    public void The_longest_prefix_says_to_which_industry_a_class_belongs()
    {
        var industries = new IndustryOfGb(
        [
            new Industry("crafts", new("特色产业")),
            new Industry("food", new("绿色食品"), "crafts", ["13", "14"]),
            new Industry("baking", new("烘焙食品"), "food", ["141"]),
            new Industry("textiles", new("家用纺织"), "crafts", ["177"], ["1781"]),
            new Industry("linen", new("床上用品"), "textiles", ["177"]),
        ]);
        Assert.Equal(new IndustryClaim("baking", IsWhole: true), industries.Of("1411"));
        Assert.Equal(new IndustryClaim("food", IsWhole: true), industries.Of("1431"));
        Assert.Equal(new IndustryClaim("textiles", IsWhole: false), industries.Of("1781"));
        // Claimed by both alike, it is the field's.
        Assert.Equal(new IndustryClaim("linen", IsWhole: true), industries.Of("1771"));
        Assert.Null(industries.Of("2710"));
        Assert.Null(industries.Of(string.Empty));
    }
}
