using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>From the register of items to what one of them means, and what it costs to report them.</summary>
public abstract class ItemsJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    private const string Exports = "企业出口额";

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task An_item_is_found_and_says_what_it_means_and_where_it_is_asked(int width)
    {
        var page = await OpenAsync("/items", width);
        await CheckAsync(page, $"items-{store}");
        await page.GetByLabel("填报单位").SelectOptionAsync("Enterprise");
        await page.GetByLabel("名称、编码或指标解释").FillAsync("出口");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await Assertions.Expect(page.GetByText("共 1 项")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Exports }).ClickAsync();
        await Assertions.Expect(page.GetByText("各单位、各地区相加")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("没有进出口经营的企业填不适用")).ToBeVisibleAsync();
        await CheckAsync(page, $"item-{store}");

        // What it is close to stands beside it, and leads back.
        await page.GetByRole(AriaRole.Link, new() { Name = "出口额", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("没有报表填报此项")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = Exports })).ToBeVisibleAsync();

        await page.GotoAsync("/items/enterprise_output");
        await page.GetByRole(AriaRole.Link, new() { Name = "规模超100亿元的产业集群数" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "enterprise_output", Exact = true }).First.ClickAsync();
        await page.ArriveAsync("/items/enterprise_output$");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_burden_of_each_kind_of_unit_is_told_and_nothing_is_asked_twice(int width)
    {
        var page = await OpenAsync("/burden", width, "leader");
        await Assertions.Expect(page.GetByText("重复填报的数据项 0 项")).ToHaveCountAsync(3);
        await CheckAsync(page, $"burden-{store}");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "填报单位" }).GetByRole(AriaRole.Link, new() { Name = "县区" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "县区推进情况月报" })).ToBeVisibleAsync();
        await CheckAsync(page, $"burden-counties-{store}");
    }

    [Fact]
    public async Task Who_fills_in_reads_what_a_cell_means_and_no_indicator_rests_on_it()
    {
        var clerk = await OpenAsync("/reports", 1440, "unit");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "园区建设运行季报" }).First.ClickAsync();
        var cell = clerk.Locator("[data-cell='02.end']");
        await cell.Locator("summary").ClickAsync();
        await Assertions.Expect(cell.GetByText("期末已供地且已动工的面积")).ToBeVisibleAsync();
        await CheckAsync(clerk, $"report-definition-{store}");
        await cell.GetByRole(AriaRole.Link, new() { Name = "查看数据项" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Heading, new() { Name = "园区已开发面积", Exact = true })).ToBeVisibleAsync();
        await clerk.GotoAsync("/items/enterprise_output");
        await Assertions.Expect(clerk.GetByText("用于计算的指标")).ToHaveCountAsync(0);
        await CheckAsync(clerk, $"item-clerk-{store}");
    }
}

/// <summary>Items on the embedded store.</summary>
public sealed class ItemsOnSqliteTests(DemoServer demo, Chromium chromium) : ItemsJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>Items on PostgreSQL.</summary>
public sealed class ItemsOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : ItemsJourneyTests(demo.Server, chromium, "postgres");
