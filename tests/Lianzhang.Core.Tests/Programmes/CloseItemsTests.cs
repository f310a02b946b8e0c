using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Programmes;

public sealed class CloseItemsTests
{
    private const string Definition = "报告期内取得施工许可并实际动工的项目";

    [Theory]
    [InlineData("出口额", "企业出口额", true)]
    [InlineData("用电量", "工业用电量", true)]
    [InlineData("签约项目数", "签约落地项目数", true)]
    [InlineData("签约项目数", "签约落地开工项目数", false)]
    [InlineData("城镇居民收入", "农村居民收入", false)]
    [InlineData("产值", "出口产值", true)]
    [InlineData("产值", "总产值", true)]
    [InlineData("企业", "园区", false)]
    [InlineData("税", "税金", false)]
    public void Names_are_near_when_one_has_but_little_more(string one, string other, bool isClose) =>
        Assert.Equal(isClose ? Likeness.Name : null, CloseItems.Between(Of("one", one), Of("other", other)));

    [Fact]
    public void Items_of_another_kind_or_dimension_are_not_close()
    {
        var item = Of("one", "产值");
        Assert.Null(CloseItems.Between(item, Of("other", "产值") with { Kind = ItemKind.Stock }));
        Assert.Null(CloseItems.Between(item, Of("other", "产值") with { Unit = Unit.Parse("人") }));
        Assert.Equal(Likeness.Name, CloseItems.Between(item, Of("other", "产值") with { Unit = Unit.Parse("亿元") }));
    }

    [Fact]
    public void The_same_definition_makes_items_close_whatever_its_punctuation()
    {
        var item = Of("one", "新开工项目") with { Definition = Definition };
        Assert.Equal(Likeness.Definition, CloseItems.Between(item, Of("other", "动工建设数") with { Definition = $" {Definition[..8]}，{Definition[8..]}。" }));
        Assert.Null(CloseItems.Between(item, Of("other", "动工建设数") with { Definition = Definition + "个数" }));
    }

    [Fact]
    public void A_definition_of_a_few_words_says_when_and_not_what() =>
        Assert.Null(CloseItems.Between(Of("one", "资产总计") with { Definition = "期末数。" }, Of("other", "负债合计") with { Definition = "期末数。" }));

    [Fact]
    public void Either_of_a_pair_can_say_that_they_differ()
    {
        var (one, other) = (Of("one", "出口额"), Of("other", "企业出口额"));
        Assert.False(Assert.Single(CloseItems.Of([one, other])).IsMeant);
        Assert.True(Assert.Single(CloseItems.Of([one with { DiffersFrom = ["other"] }, other])).IsMeant);
        Assert.True(Assert.Single(CloseItems.Of([one, other with { DiffersFrom = ["one"] }])).IsMeant);
    }

    [Fact]
    public void In_the_bundled_programme_every_close_pair_is_meant_to_differ()
    {
        var pairs = CloseItems.Of(Read.Items);
        Assert.Equal(
            ["enterprise_electricity/industrial_electricity", "enterprise_exports/exports", "signed_large_projects/landed_large_projects"],
            pairs.Select(pair => $"{pair.First.Code}/{pair.Second.Code}").Order(StringComparer.Ordinal));
        Assert.All(pairs, pair => Assert.True(pair.IsMeant));
    }

    [Theory]
    [InlineData(ItemKind.Flow, "亿元", RegionRule.Sum)]
    [InlineData(ItemKind.Stock, "家", RegionRule.Sum)]
    [InlineData(ItemKind.Stock, "%", RegionRule.None)]
    [InlineData(ItemKind.Rate, "元", RegionRule.None)]
    public void Where_the_file_says_nothing_amounts_add_up_and_rates_do_not(ItemKind kind, string unit, RegionRule rule)
    {
        var item = Of("one", "数") with { Kind = kind, Unit = Unit.Parse(unit) };
        Assert.Equal(rule, item.Adding);
        Assert.Equal(RegionRule.Mean, (item with { OverRegions = RegionRule.Mean }).Adding);
    }

    private static Programme Read => ReadProgramme.Read("programmes/heze", Repository.Files("programmes/heze")).Programme!;

    private static Item Of(string code, string name) => new(code, new Text(name), ItemKind.Flow, Unit.Parse("万元"));
}
