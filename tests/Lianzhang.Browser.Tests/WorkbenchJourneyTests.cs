using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>What stands around people's work: the workbench, notices, complaints and their answers, large text.</summary>
public abstract class WorkbenchJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_workbench_and_the_inbox_are_fit_to_be_read(int width)
    {
        var page = await OpenAsync("/workbench", width);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "近期变化" })).ToBeVisibleAsync();
        await CheckAsync(page, $"workbench-{store}");
        await page.GotoAsync("/notices");
        await CheckAsync(page, $"notices-{store}");
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "大字" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-text", "large");
        await CheckAsync(page, $"board-large-{store}");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_stranger_complains_an_officer_answers_and_the_stranger_reads_it(int width)
    {
        var content = $"同一数据报了三次（{width}）。";
        var stranger = await OpenAsync("/sign-in", width, account: null);
        await stranger.GetByRole(AriaRole.Link, new() { Name = "投诉建议" }).ClickAsync();
        await CheckAsync(stranger, $"complaint-{store}");
        await stranger.GetByLabel("内容").FillAsync(content);
        await stranger.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Assertions.Expect(stranger.GetByRole(AriaRole.Status)).ToContainTextAsync("查询码");
        await CheckAsync(stranger, $"complaint-made-{store}");
        var code = await stranger.Locator("code").InnerTextAsync();

        var officer = await OpenAsync("/workbench", width);
        await officer.GetByRole(AriaRole.Link, new() { Name = "答复投诉建议" }).ClickAsync();
        await officer.GetByRole(AriaRole.Row).Filter(new() { HasText = content }).GetByRole(AriaRole.Link, new() { Name = "答复" }).ClickAsync();
        await CheckAsync(officer, $"complaints-{store}");
        await officer.GetByRole(AriaRole.Textbox, new() { Name = "答复" }).FillAsync("已合并报表。");
        await officer.GetByRole(AriaRole.Button, new() { Name = "答复" }).ClickAsync();
        await Assertions.Expect(officer.GetByRole(AriaRole.Row).Filter(new() { HasText = content })).ToContainTextAsync("已答复");
        await officer.GotoAsync("/notices");
        await officer.GetByRole(AriaRole.Link, new() { Name = "收到一件投诉建议" }).First.ClickAsync();
        await officer.ArriveAsync("/complaints$");

        await stranger.GotoAsync("/complaint");
        await stranger.GetByLabel("查询码").FillAsync(code.ToLowerInvariant());
        await stranger.GetByRole(AriaRole.Button, new() { Name = "查询" }).ClickAsync();
        await Assertions.Expect(stranger.GetByText("已合并报表。")).ToBeVisibleAsync();
        await stranger.GotoAsync("/complaint/NOSUCHCODE");
        await Assertions.Expect(stranger.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有此查询码");
    }
}

/// <summary>The workbench on the embedded store.</summary>
public sealed class WorkbenchOnSqliteTests(DemoServer demo, Chromium chromium) : WorkbenchJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>The workbench on PostgreSQL.</summary>
public sealed class WorkbenchOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : WorkbenchJourneyTests(demo.Server, chromium, "postgres");
