using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>A quarter is assessed, checked by another, opened to objections; one is upheld and moves a rank, which the comparison tells.</summary>
public sealed class AssessmentJourneyTests(Chromium chromium, PostgresDemoServer postgres) : IAsyncDisposable
{
    private const string Satisfaction = "企业满意度测评得分";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-assessment-");
    private readonly List<IPage> opened = [];
    private Server? server;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_objection_that_is_upheld_moves_a_rank_and_the_result_says_why(bool onPostgres)
    {
        var store = onPostgres ? $"postgres:{(await postgres.CreateDatabaseAsync())}" : $"sqlite:{Path.Combine(folder.FullName, "store.db")}";
        server = await Server.StartAsync("demo", "--store", store, "--keys", Path.Combine(folder.FullName, "keys"));

        var officer = await OpenAsync("/assessment", "officer");
        await CheckAsync(officer, "assessments");
        await officer.GetByLabel("考核方案和时期").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await officer.GetByRole(AriaRole.Button, new() { Name = "汇集数据并计分" }).ClickAsync();
        await officer.ArriveAsync("/assessment/[0-9a-f-]{36}$");
        var path = new Uri(officer.Url).AbsolutePath;
        // Of what the trial has no figures, the officer puts them in.
        await Assertions.Expect(officer.GetByText("指标 企业满意度 没有任何数据")).ToBeVisibleAsync();
        await PutAsync(officer, path, "371702", "报表按时报送率", "98");
        await PutAsync(officer, path, "371702", Satisfaction, "96");
        await PutAsync(officer, path, "371703", Satisfaction, "92");
        await officer.GotoAsync(path);
        await Assertions.Expect(officer.GetByRole(AriaRole.Link, new() { Name = "牡丹区" })).ToBeVisibleAsync();
        await Assertions.Expect(officer.GetByText("名次是否稳定")).ToBeVisibleAsync();

        await StepAsync(await OpenAsync(path, "assessor"), "审核通过");
        await StepAsync(await OpenAsync(path, "officer"), "开始公示");

        var county = await OpenAsync($"{path}/371702", "county");
        await CheckAsync(county, "score-card");
        await county.GetByLabel("异议的数据").SelectOptionAsync(new SelectOptionValue { Label = Satisfaction });
        await county.GetByLabel("异议内容和依据").FillAsync("满意度漏计两家企业，应为 90 分。");
        await county.GetByRole(AriaRole.Button, new() { Name = "提交异议" }).ClickAsync();
        await Assertions.Expect(county.GetByText("待处理")).ToBeVisibleAsync();

        var assessor = await OpenAsync(path, "assessor");
        await assessor.GetByLabel("更正后的数").FillAsync("90");
        await assessor.GetByLabel("处理理由").FillAsync("核对问卷属实");
        await assessor.GetByRole(AriaRole.Button, new() { Name = "异议成立", Exact = true }).ClickAsync();
        await assessor.ArriveAsync("done=1");
        await Assertions.Expect(assessor.GetByText("核对问卷属实").First).ToBeVisibleAsync();
        await assessor.GetByRole(AriaRole.Link, new() { Name = "对比前后两版结果" }).ClickAsync();
        await assessor.ArriveAsync("/compare$");
        await Assertions.Expect(assessor.GetByText($"{Satisfaction} 96 → 90")).ToBeVisibleAsync();

        // The days of objections are not over.
        var leader = await OpenAsync(path, "leader");
        await Assertions.Expect(leader.GetByRole(AriaRole.Button, new() { Name = "封存", Exact = true })).ToHaveCountAsync(0);
        foreach (var width in new[] { 1440, 390 })
        {
            await CheckAsync(await OpenAsync(path, "officer", width), "assessment");
            await CheckAsync(await OpenAsync($"{path}/371702", "county", width), "score-card-objected");
            await CheckAsync(await OpenAsync($"{path}/compare", "officer", width), "assessment-compare");
            await CheckAsync(await OpenAsync("/assessment", "leader", width), "assessments");
        }
    }

    private static async Task PutAsync(IPage officer, string path, string member, string column, string value)
    {
        await officer.GotoAsync($"{path}/{member}");
        await officer.GetByLabel("数据", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = column });
        await officer.GetByLabel("数值").FillAsync(value);
        await officer.GetByLabel("来源或更正理由").FillAsync("第三方测评");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(officer.GetByText("第三方测评").First).ToBeVisibleAsync();
    }

    private static async Task StepAsync(IPage page, string step)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = step, Exact = true }).ClickAsync();
        await page.ArriveAsync("done=1");
    }

    private async Task<IPage> OpenAsync(string path, string account, int width = 1440)
    {
        var page = await chromium.NewPageAsync(width, server!.Address, await chromium.SignedInAsync(server.Address, account));
        opened.Add(page);
        await page.GotoAsync(path);
        return page;
    }

    private async Task CheckAsync(IPage page, string name)
    {
        if (!server!.IsScanned)
            return;
        await page.LoadedAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Artifacts.Screenshots, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });
        var faults = await PageCheck.AccessibilityAsync(page);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(0, await PageCheck.OverflowAsync(page));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in opened)
            await page.Context.CloseAsync();
        if (server is not null)
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
