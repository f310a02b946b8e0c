using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>The programme's tasks: found, opened, reported with evidence, and read by others.</summary>
public abstract class MeasuresJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    private static readonly FilePayload Disguised = new() { Name = "照片.jpg", MimeType = "image/jpeg", Buffer = [.. "MZ"u8, 0x90, 0, 3, 0] };
    private static readonly FilePayload Evidence = new() { Name = "调度通报.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7\n1 0 obj\n"u8] };

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Tasks_are_found_under_undertakings_and_mechanisms_and_one_is_opened(int width)
    {
        var page = await OpenAsync("/measures", width, "leader");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "重点任务", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("4 项重大工程、3 项保障机制")).ToBeVisibleAsync();
        foreach (var branch in new[] { "产业集群培育工程", "园区功能提升工程", "创新驱动发展工程", "数字赋能升级工程", "健全推进机制", "强化项目支撑", "抓好督导考核" })
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = branch, Level = 2 })).ToBeVisibleAsync();
        await CheckAsync(page, $"measures-{store}");

        await page.GetByLabel("工程和机制").SelectOptionAsync(new SelectOptionValue { Label = "创新驱动发展工程" });
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "建设企业技术中心、工程研究中心和重点实验室" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "服务的目标" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("演示数据").First).ToBeVisibleAsync();
        // Who does not answer for it has no form.
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "报送" })).ToHaveCountAsync(0);
        await CheckAsync(page, $"measure-{store}");
    }

    [Theory]
    [InlineData(1440, "rolling_targets", true)]
    [InlineData(390, "yearly_projects", true)]
    [InlineData(390, "observation", false)]
    public async Task Progress_is_reported_with_evidence_that_is_what_it_says(int width, string task, bool scripts)
    {
        var page = await OpenAsync($"/measures/{task}", width, "officer", scripts);
        await page.GetByLabel("完成进度").FillAsync("35.5");
        await page.GetByLabel("进展情况").FillAsync("召开项目调度会 2 次，印发通报 1 期。");
        await page.GetByLabel("佐证材料").SetInputFilesAsync([Evidence, Disguised]);
        await page.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("“照片.jpg”没有保存")).ToBeVisibleAsync();
        Problems.Expect("422");
        // What was typed and what was sound is still there.
        await Assertions.Expect(page.GetByLabel("完成进度")).ToHaveValueAsync("35.5");
        await Assertions.Expect(page.GetByLabel("调度通报.pdf")).ToBeCheckedAsync();
        // What scans a page needs scripts.
        if (scripts)
            await CheckAsync(page, $"measure-form-{store}");
        await page.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("进展已报送")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("召开项目调度会 2 次")).ToBeVisibleAsync();

        var reader = await OpenAsync($"/measures/{task}", width, "leader");
        await CheckAsync(reader, $"measure-reported-{store}");
        var download = await reader.RunAndWaitForDownloadAsync(() => reader.GetByRole(AriaRole.Link, new() { Name = "调度通报.pdf" }).ClickAsync());
        Assert.Equal("调度通报.pdf", download.SuggestedFilename);
        Assert.Equal(Evidence.Buffer, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }
}

/// <summary>The journeys on SQLite.</summary>
public sealed class MeasuresJourneysOnSqliteTests(DemoServer demo, Chromium chromium) : MeasuresJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>The journeys on PostgreSQL.</summary>
public sealed class MeasuresJourneysOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : MeasuresJourneyTests(demo.Server, chromium, "postgres");
