using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>A table is chosen by a form, turned round, kept, shared and taken along.</summary>
public abstract class ExploreJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_table_is_chosen_turned_round_and_ordered(int width)
    {
        // Without scripts: the form alone makes the table.
        var page = await OpenAsync("/explore", width, "leader", scripts: false);
        await page.GetByLabel("指标或数据项", new() { Exact = true }).SelectOptionAsync("indicator.tech_smes");
        await page.GetByLabel("期间").SelectOptionAsync("Month");
        await page.GetByLabel("截止月份").FillAsync("2025-03");
        await page.GetByRole(AriaRole.Button, new() { Name = "生成表格" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "2025年3月" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "牡丹区" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "2025年3月", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "2025年3月" })).ToHaveAttributeAsync("aria-sort", "descending");
        await page.GetByRole(AriaRole.Link, new() { Name = "行列互换" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "牡丹区" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "导出 Excel" })).ToHaveAttributeAsync("href", "/explore.xlsx?m=indicator.tech_smes&rows=period&cols=region&region=371700&by=month&to=2025-03&gaps=reported");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_view_is_kept_shared_and_found_by_others(int width)
    {
        var name = $"科技型中小企业{store}{width}";
        var page = await OpenAsync("/explore?m=indicator.tech_smes&rows=region&cols=period&by=month&from=2024-10&to=2025-03", width, "leader");
        await page.Locator("lz-chart").ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Locator("lz-chart[data-state=drawn]")).ToHaveCountAsync(1);
        await CheckAsync(page, $"explore-{store}");
        await page.GetByLabel("视图名称").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存视图" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"共享：{name}" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"取消共享：{name}" })).ToBeVisibleAsync();
        await CheckAsync(page, $"explore-views-{store}");

        var other = await OpenAsync("/explore", width, "officer");
        await other.GetByRole(AriaRole.Navigation, new() { Name = "已保存的视图" }).GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Columnheader, new() { Name = "2025年3月" })).ToBeVisibleAsync();
        await Assertions.Expect(other.GetByRole(AriaRole.Button, new() { Name = $"删除：{name}" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = $"删除：{name}" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"删除：{name}" })).ToHaveCountAsync(0);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task What_cannot_be_made_says_why(int width)
    {
        var page = await OpenAsync("/explore?m=item.gone&rows=region&cols=period", width, "leader");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("现行方案中没有数据项 gone");
        await CheckAsync(page, $"explore-refused-{store}");
    }
}

/// <summary>The explorer on the embedded store.</summary>
public sealed class ExploreOnSqliteTests(DemoServer demo, Chromium chromium) : ExploreJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>The explorer on PostgreSQL.</summary>
public sealed class ExploreOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : ExploreJourneyTests(demo.Server, chromium, "postgres");
