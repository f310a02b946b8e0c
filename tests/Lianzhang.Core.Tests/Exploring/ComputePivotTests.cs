using Lianzhang.Core.Exploring;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Tests.Formulas;

namespace Lianzhang.Core.Tests.Exploring;

public sealed class ComputePivotTests
{
    private const string Revenue = "m=item.firm_revenue&by=month&from=2025-01&to=2025-02";

    [Fact]
    public void Regions_by_months_add_up_to_the_whole() =>
        Assert.Equal("河东镇 60 66\n河西镇 30 33\n合计 90 99", PivotGround.Text(TwoTowns().Table($"{Revenue}&rows=region&cols=period")));

    [Fact]
    public void A_table_without_months_is_of_the_latest_that_are_known()
    {
        var pivot = TwoTowns().Table("m=item.firm_revenue");
        Assert.Equal(["2024-09", "2024-10", "2024-11", "2024-12", "2025-01", "2025-02"], pivot.Periods.Select(period => period.ToString()));
        Assert.Equal("万元", pivot.Unit!.Symbol);
        Assert.True(pivot is { UsesUnits: true, IsGenerated: false });
        Assert.Equal("河东镇 66\n河西镇 33\n合计 99", PivotGround.Text(TwoTowns().Table("m=item.firm_revenue&cols=measure")));
    }

    [Fact]
    public void Industries_add_up_with_what_belongs_to_none()
    {
        var ground = TwoTowns();
        foreach (var firm in new[] { "x1", "x2", "x3" })
            ground.Firm(firm, PivotGround.East, string.Empty).Says(firm, "2025-02", 1);
        Assert.Equal("绿色食品 99\n家用纺织 —\n其他 3\n合计 102", PivotGround.Text(ground.Table($"{Revenue}&rows=industry&cols=measure")));
        Assert.Equal("烘焙食品 99\n合计 99", PivotGround.Text(ground.Table($"{Revenue}&rows=industry&cols=measure&industry=food")));
        Assert.Equal("烘焙食品 99", PivotGround.Text(ground.Table($"{Revenue}&rows=industry&cols=measure&industry=baking")));
    }

    [Fact]
    public void Units_of_the_region_itself_have_a_row_of_their_own()
    {
        var ground = TwoTowns();
        foreach (var firm in new[] { "c1", "c2", "c3" })
            ground.Firm(firm, PivotGround.County).Says(firm, "2025-02", 2);
        Assert.Equal("河东镇 66\n河西镇 33\n本级 6\n合计 105", PivotGround.Text(ground.Table($"{Revenue}&cols=measure")));
    }

    [Fact]
    public void What_a_unit_may_have_several_of_has_no_total()
    {
        var ground = new PivotGround();
        foreach (var firm in new[] { "f1", "f2", "f3" })
            ground.Firm(firm, PivotGround.East, "baking", "a", "b").Says(firm, "2025-02", 10);
        var pivot = ground.Table($"{Revenue}&rows=cluster&cols=measure");
        Assert.Equal("a 30\nb 30", PivotGround.Text(pivot));
        Assert.Contains("不列合计", Assert.Single(pivot.Notes).Zh, StringComparison.Ordinal);
        Assert.Equal("a 30", PivotGround.Text(ground.Table($"{Revenue}&rows=cluster&cols=measure&where=cluster.a")));
    }

    [Fact]
    public void A_cell_without_an_amount_says_why()
    {
        var ground = TwoTowns().Owes("w1", "2025-02").Firm("n1", PivotGround.West, "textiles").DoesNotApply("n1", "2025-02");
        Assert.Equal("绿色食品 缺报1家\n家用纺织 不适用\n合计 缺报1家", PivotGround.Text(ground.Table($"{Revenue}&rows=industry&cols=measure")));
        var reported = ground.Table($"{Revenue}&rows=industry&cols=measure&gaps=reported");
        Assert.Equal("绿色食品 88\n家用纺织 不适用\n合计 88", PivotGround.Text(reported));
        Assert.Equal(1, reported.Cells[0][0].Gaps);
        Assert.Contains("不按零计", Assert.Single(reported.Notes).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_reported_there_is_no_zero_even_of_what_was_reported()
    {
        var ground = new PivotGround().Firm("f1", PivotGround.East).Firm("f2", PivotGround.West).Owes("f1", "2025-02");
        Assert.Equal("河东镇 缺报1家\n河西镇 —\n合计 缺报1家", PivotGround.Text(ground.Table($"{Revenue}&cols=measure&gaps=reported")));
    }

    [Fact]
    public void A_stated_zero_is_a_value()
    {
        var ground = new PivotGround();
        foreach (var firm in new[] { "f1", "f2", "f3" })
            ground.Firm(firm, PivotGround.East).Says(firm, "2025-02", 0);
        Assert.Equal("河东镇 0\n河西镇 —\n合计 0", PivotGround.Text(ground.Table($"{Revenue}&cols=measure")));
    }

    [Fact]
    public void Fewer_than_three_enterprises_are_never_told()
    {
        var ground = TwoTowns().Firm("t1", PivotGround.East, "textiles").Says("t1", "2025-02", 7).Firm("t2", PivotGround.East, "textiles").Says("t2", "2025-02", 8);
        foreach (var show in new[] { "value", "share", "rank" })
            Assert.Equal("不列示", PivotWords.Of(ground.Table($"{Revenue}&rows=industry&cols=measure&show={show}").Cells[1][0])!.Value.Zh);
    }

    [Fact]
    public void What_a_place_reports_for_itself_is_no_secret() =>
        Assert.Equal("河东镇 5\n河西镇 —\n合计 5", PivotGround.Text(new PivotGround().Place("p1", PivotGround.East).Says("p1", "2025-02", 5).Table($"{Revenue}&cols=measure")));

    [Fact]
    public void Growth_is_told_in_per_cent_of_the_base()
    {
        var ground = TwoTowns();
        Assert.Equal("河东镇 — 10\n河西镇 — 10\n合计 — 10", PivotGround.Text(ground.Table($"{Revenue}&show=priorGrowth")));
        foreach (var firm in new[] { "e1", "e2", "e3", "w1", "w2", "w3" })
            ground.Says(firm, "2024-02", firm[0] == 'w' ? 0 : 20);
        Assert.Equal("河东镇 — 10\n河西镇 — —\n合计 — 65", PivotGround.Text(ground.Table($"{Revenue}&show=yearGrowth")));
        Assert.Equal("河东镇 — 6\n河西镇 — 33\n合计 — 39", PivotGround.Text(ground.Table($"{Revenue}&show=yearChange")));
        Assert.Equal("%", ground.Table($"{Revenue}&show=yearGrowth").Unit!.Symbol);
    }

    [Fact]
    public void Growth_of_what_was_reported_is_of_those_that_reported_for_both_periods()
    {
        var ground = TwoTowns().Owes("e1", "2025-01").Owes("w3", "2025-02");
        foreach (var (firm, revenue) in new[] { ("e4", 70), ("e5", 30) })
            ground.Firm(firm, PivotGround.East).Says(firm, "2025-01", 50).Says(firm, "2025-02", revenue);
        // Of e2 to e5: 140 in January, 144 in February; of the west only two firms are left; of both towns 160 and 166.
        var pivot = ground.Table($"{Revenue}&from=2025-02&show=priorGrowth&gaps=reported");
        Assert.Equal("河东镇 2.8571\n河西镇 不列示\n合计 3.75", PivotGround.Text(pivot));
        Assert.Contains("可比口径", pivot.Notes[0].Zh, StringComparison.Ordinal);
        Assert.Equal("河东镇 缺报1家\n河西镇 缺报1家\n合计 缺报1家", PivotGround.Text(ground.Table($"{Revenue}&from=2025-02&show=priorGrowth")));
    }

    [Fact]
    public void Where_nobody_reported_for_both_periods_there_is_no_growth()
    {
        var ground = new PivotGround();
        foreach (var number in Enumerable.Range(1, 6))
            ground.Firm($"f{number}", PivotGround.East).Says($"f{number}", number <= 3 ? "2025-01" : "2025-02", 5);
        var cell = Assert.Single(ground.Table($"{Revenue}&cols=measure&region={PivotGround.East}&show=priorGrowth&gaps=reported").Cells)[0];
        Assert.Equal((PivotState.None, "没有两期都填报的单位"), (cell.State, cell.Reason!.Value.Zh));
    }

    [Fact]
    public void Shares_are_of_the_column_and_come_to_a_hundred() =>
        Assert.Equal("河东镇 66.6667 66.6667\n河西镇 33.3333 33.3333\n合计 100 100", PivotGround.Text(TwoTowns().Table($"{Revenue}&show=share")));

    [Fact]
    public void Equal_values_share_a_rank()
    {
        var ground = new PivotGround();
        foreach (var (firm, at) in new[] { ("f1", 0), ("f2", 1), ("f3", 2) })
            ground.Firm(firm, PivotGround.East).Says(firm, "2025-01", 10 + at).Says(firm, "2025-02", 10).Says(firm, "2025-03", 11);
        Assert.Equal("2025年1月 1\n2025年2月 3\n2025年3月 1", PivotGround.Text(ground.Table("m=item.firm_revenue&from=2025-01&to=2025-03&rows=period&cols=measure&show=rank")));
    }

    [Fact]
    public void Rows_follow_a_column_and_the_whole_stays_below()
    {
        Assert.Equal(["河西镇", "河东镇", "合计"], Names(TwoTowns().Table($"{Revenue}&order=2025-02&dir=up")));
        Assert.Equal(["河东镇", "河西镇", "合计"], Names(TwoTowns().Table($"{Revenue}&order=2025-02")));
        Assert.Equal(["河东镇", "河西镇"], Names(TwoTowns().Table($"{Revenue}&order=2025-02&show=rank")));
        Assert.Contains("2031-01", Assert.Single(TwoTowns().Table($"{Revenue}&order=2031-01").Notes).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Indicators_and_published_figures_stand_beside_items()
    {
        PublishedFigure[] figures = [Sample.Figure("energy_intensity", "2025", 0.5m, "吨/万元", PivotGround.County), Sample.Figure("energy_intensity", "2025", 0.4m, "吨/万元", PivotGround.East), Sample.Figure("energy_intensity", "2025", 0.8m, "吨/万元", PivotGround.West)];
        var pivot = TwoTowns().Table("m=indicator.energy_intensity&m=figure.energy_intensity&m=indicator.food_output&rows=region&cols=measure&by=year&from=2025-01&to=2025-12", figures);
        Assert.Equal("河东镇 0.4 0.4 —\n河西镇 0.8 0.8 —\n青禾县 0.5 0.5 —", PivotGround.Text(pivot));
        Assert.Equal(["吨/万元", "吨/万元", "亿元"], pivot.Columns.Lines.Select(line => line.Unit!.Symbol));
        Assert.Null(pivot.Unit);
        Assert.Equal(["sample"], pivot.Sources);
        Assert.Equal("河东镇 1\n河西镇 2", PivotGround.Text(TwoTowns().Table("m=indicator.energy_intensity&cols=measure&by=year&to=2025-12&show=rank", figures)));
        Assert.Equal("2025", Assert.Single(TwoTowns().Table("m=indicator.energy_intensity&cols=measure", figures).Periods).ToString());
    }

    [Theory]
    [InlineData("quarter", "2025-Q1")]
    [InlineData("halfYear", "")]
    [InlineData("yearToDate", "2025-01 2025-M02-YTD 2025-Q1 2025-M04-YTD")]
    public void Periods_end_within_the_months_that_were_chosen(string by, string expected)
    {
        var made = TwoTowns().Ask($"m=item.firm_revenue&by={by}&from=2025-01&to=2025-04");
        Assert.Equal(expected, string.Join(' ', made.Value?.Periods.Select(period => period.ToString()) ?? []));
        Assert.Equal(expected.Length == 0, made.Faults.Count > 0);
    }

    private static IEnumerable<string> Names(Pivot pivot) => pivot.Rows.Lines.Select(row => row.Name.Zh);

    // Three firms of the food trade in each town: 20 each in the east, 10 in the west, a tenth more in February.
    private static PivotGround TwoTowns()
    {
        var ground = new PivotGround();
        foreach (var (firm, region, revenue) in new[] { ("e1", PivotGround.East, 20), ("e2", PivotGround.East, 20), ("e3", PivotGround.East, 20), ("w1", PivotGround.West, 10), ("w2", PivotGround.West, 10), ("w3", PivotGround.West, 10) })
            ground.Firm(firm, region).Says(firm, "2025-01", revenue).Says(firm, "2025-02", revenue * 1.1m);
        return ground;
    }
}
