using System.Text;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>A changed programme is uploaded, looked at, and then given up or put in force.</summary>
public abstract class DraftJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task What_would_move_is_seen_before_it_is_in_force(int width)
    {
        var page = await OpenAsync("/programme?view=versions", width, "officer");
        await page.GetByRole(AriaRole.Link, new() { Name = "调整方案" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "下载现行方案文件" })).ToBeVisibleAsync();
        await UploadAsync(page, $"提高创新平台目标 {width}", File("targets.yaml", "value: 300\n", "value: 310\n"), File("indicators.yaml", "formula: value(new_energy_capacity)", "formula: value(new_energy_capacity) * 2"));
        await Assertions.Expect(page.GetByText("项目标的亮灯将变化")).ToBeVisibleAsync();
        var moves = page.GetByRole(AriaRole.Region, new() { Name = "将变化的目标" });
        await Assertions.Expect(moves.Locator("tbody tr").First).ToContainTextAsync("公式调整");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "导出 Excel：将变化的目标" })).ToBeVisibleAsync();
        await CheckAsync(page, $"definitions-{store}");

        await page.GetByRole(AriaRole.Link, new() { Name = "调整方案" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = $"提高创新平台目标 {width}" })).ToBeVisibleAsync();
        await CheckAsync(page, $"drafts-{store}");
        await page.GetByRole(AriaRole.Link, new() { Name = $"提高创新平台目标 {width}" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await page.ArriveAsync("/programme/drafts$");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = $"提高创新平台目标 {width}" })).ToHaveCountAsync(0);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task What_is_put_in_force_is_the_next_version(int width)
    {
        var page = await OpenAsync("/programme/drafts", width, "officer");
        await UploadAsync(page, $"补注 {width}", File("lights.yaml", "use: ", $"# {width}\nuse: "));
        await Assertions.Expect(page.GetByText("没有目标会变化。")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "发布为现行版本" }).ClickAsync();
        await page.ArriveAsync(@"/programme\?view=versions$");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "已发布的版本" }).Locator("tbody tr").First).ToContainTextAsync($"补注 {width}");
    }

    [Fact]
    public async Task A_file_with_faults_is_told_line_by_line()
    {
        var page = await OpenAsync("/programme/drafts", 1440, "officer");
        await UploadAsync(page, "错误", File("targets.yaml", "value: 300\n", "value: many\n"));
        await Assertions.Expect(page.GetByText("targets.yaml").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("请改正后重新上传")).ToBeVisibleAsync();
        Problems.Expect("422");
    }

    private static async Task UploadAsync(IPage page, string note, params FilePayload[] files)
    {
        await page.GetByLabel("方案文件", new() { Exact = true }).SetInputFilesAsync(files);
        await page.GetByLabel("调整说明").FillAsync(note);
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
    }

    private static FilePayload File(string name, string sound, string changed)
    {
        var text = TrialEnterprises.Programme.Single(file => file.Name == name).Text;
        Assert.Contains(sound, text, StringComparison.Ordinal);
        return new FilePayload { Name = name, MimeType = "application/yaml", Buffer = Encoding.UTF8.GetBytes(text.Replace(sound, changed, StringComparison.Ordinal)) };
    }
}

/// <summary>Changed programmes on the embedded store.</summary>
public sealed class DraftsOnSqliteTests(DemoServer demo, Chromium chromium) : DraftJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>Changed programmes on PostgreSQL.</summary>
public sealed class DraftsOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : DraftJourneyTests(demo.Server, chromium, "postgres");
