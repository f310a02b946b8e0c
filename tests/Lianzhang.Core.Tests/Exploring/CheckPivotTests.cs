using Lianzhang.Core.Exploring;

namespace Lianzhang.Core.Tests.Exploring;

public sealed class CheckPivotTests
{
    [Theory]
    [InlineData("", "m", "请选择")]
    [InlineData("m=item.nothing", "m", "nothing")]
    [InlineData("m=indicator.brand", "m", "brand")]
    [InlineData("m=item.firm_revenue&region=370000", "region", "370000")]
    [InlineData("m=item.firm_revenue&industry=steel", "industry", "steel")]
    [InlineData("m=item.firm_revenue&rows=name", "rows", "name")]
    [InlineData("m=item.firm_revenue&cols=merged_into", "cols", "merged_into")]
    [InlineData("m=item.firm_revenue&where=title.nothing", "where", "title.nothing")]
    [InlineData("m=item.firm_revenue&rows=period&cols=period", "cols", "不能相同")]
    [InlineData("m=item.firm_revenue&m=item.firm_staff", "m", "企业营业收入（万元）、企业职工（人）不能相加")]
    [InlineData("m=item.energy_intensity", "m", "不能跨单位相加")]
    [InlineData("m=indicator.visitors&rows=industry", "m", "不能再按产业")]
    [InlineData("m=figure.visitors&where=title.old_brand", "m", "不能再按产业")]
    [InlineData("m=indicator.organic_share&show=yearGrowth", "show", "百分点")]
    [InlineData("m=indicator.organic_share&show=share", "show", "不能相加")]
    [InlineData("m=item.firm_revenue&show=share&rows=period&cols=region", "show", "不等于合计")]
    [InlineData("m=item.firm_revenue&show=share&rows=cluster", "show", "不等于合计")]
    [InlineData("m=item.firm_revenue&m=item.firm_staff&show=rank&rows=measure", "show", "不同的指标")]
    [InlineData("m=item.firm_revenue&show=priorGrowth&by=yearToDate", "show", "累计数没有环比")]
    [InlineData("m=item.firm_revenue&from=2025-03&to=2025-01", "from", "晚于")]
    [InlineData("m=item.firm_revenue&from=1925-01&to=2025-01", "from", "50 年")]
    [InlineData("m=item.firm_revenue&from=2027-01", "from", "没有这样的时期")]
    [InlineData("m=item.firm_revenue&from=1980-01&to=2025-12&rows=period&cols=cluster", "", "")]
    public void What_cannot_be_made_is_refused_with_the_reason(string query, string part, string reason)
    {
        var made = new PivotGround().Ask(query);
        if (part.Length == 0)
        {
            Assert.Empty(made.Faults);
            return;
        }

        var fault = Assert.Single(made.Faults);
        Assert.Equal(part, fault.At.File);
        Assert.Contains(reason, fault.Message.Zh, StringComparison.Ordinal);
        Assert.NotNull(fault.Message.En);
    }

    [Fact]
    public void Too_many_cells_are_refused()
    {
        var ground = new PivotGround().Firm("f1", PivotGround.East, "baking", [.. Enumerable.Range(1, 8).Select(number => $"c{number}")]);
        Assert.Contains("超过 3000 格", Assert.Single(ground.Ask("m=item.firm_revenue&from=1985-01&to=2025-12&rows=period&cols=cluster").Faults).Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_measures_are_refused() =>
        Assert.Contains("最多选 6 个", Assert.Single(new PivotGround().Ask("m=item.firm_revenue&m=item.firm_staff&m=item.firm_rd&m=figure.visitors&m=figure.model_parks&m=figure.cold_storage&m=figure.food_output&cols=measure").Faults).Message.Zh, StringComparison.Ordinal);

    [Fact]
    public void What_is_unknown_is_told_all_at_once() =>
        Assert.Equal(["m", "m", "region"], new PivotGround().Ask("m=item.gone&m=indicator.gone&region=gone").Faults.Select(fault => fault.At.File));

    [Fact]
    public void The_difference_of_a_ratio_is_told_in_percentage_points()
    {
        var pivot = new PivotGround().Table("m=indicator.organic_share&show=yearChange&by=year&to=2025-12");
        Assert.Equal("个百分点", pivot.Unit!.Symbol);
        Assert.All(pivot.Cells.SelectMany(row => row), cell => Assert.Equal(PivotState.None, cell.State));
    }
}
