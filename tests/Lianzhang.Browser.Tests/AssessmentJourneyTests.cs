using System.IO.Compression;
using Lianzhang.Core.Assessment;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Assessment;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>
/// A quarter is assessed, checked by another, opened to objections; one is upheld and moves a rank, which the comparison tells. Then it is sealed
/// and published. What an order took from a county opens down to that order.
/// </summary>
public sealed class AssessmentJourneyTests(Chromium chromium, PostgresDemoServer postgres) : IAsyncDisposable
{
    private const string Satisfaction = "企业满意度测评得分";
    private const string Order = "牡丹区高端化工园区安全整改";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-assessment-");
    private readonly List<IPage> opened = [];
    private Server? server;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_quarter_is_assessed_objected_to_compared_sealed_and_published(bool onPostgres)
    {
        var address = onPostgres ? new StoreAddress(StoreKind.Postgres, await postgres.CreateDatabaseAsync()) : new StoreAddress(StoreKind.Sqlite, Path.Combine(folder.FullName, "store.db"));
        await PutOrderAsync(address);
        server = await Server.StartAsync("demo", "--store", $"{(onPostgres ? "postgres" : "sqlite")}:{address.Target}", "--keys", Path.Combine(folder.FullName, "keys"));

        var path = await AssessAsync();
        await ObjectAsync(path);
        await CompareAsync(path);
        await CompareQuartersAsync(path);
        await OpenOrderAsync(path);
        // The days of objections are not over.
        var leader = await OpenAsync(path, "leader");
        await Assertions.Expect(leader.GetByRole(AriaRole.Button, new() { Name = "封存", Exact = true })).ToHaveCountAsync(0);
        await EndPublicityAsync(address);
        await SealAsync(path);
        await PublishAsync(path);
        foreach (var width in new[] { 1440, 390 })
        {
            await CheckAsync(await OpenAsync(path, "officer", width), "assessment");
            await CheckAsync(await OpenAsync($"{path}/371702", "county", width), "score-card-objected");
            await CheckAsync(await OpenAsync($"{path}/compare", "officer", width), "assessment-compare");
            await CheckAsync(await OpenAsync("/assessment", "leader", width), "assessments");
            await CheckAsync(await OpenAsync($"{path}/sensitivity", "county", width), "assessment-sensitivity");
            await CheckAsync(await OpenAsync("/assessment/plans/counties_quarter", "county", width), "assessment-plan");
        }
    }

    // In the quarter that is assessed an order became red, which costs points.
    private static async Task PutOrderAsync(StoreAddress address)
    {
        await using var store = new PastStore(address);
        await store.Provider.GetRequiredService<MigrateStore>().Migrate(TestContext.Current.CancellationToken);
        store.Now = new DateTimeOffset(Period.LastEnded(PeriodKind.Quarter, TimeProvider.System.Today().AddDays(-1)).End.AddDays(-30), new TimeOnly(2, 0), TimeSpan.Zero);
        await store.Do(new PublishProgramme(TrialEnterprises.Programme, "assessed"));
        await store.Do(new PrepareIdentity(WithAdministrators: false));
        await store.Do(new PrepareDemo(Commission: "drc", Department: "miit"));
        var officer = await store.As("officer");
        var order = await store.Do(new OpenOrder("note_urgent", Order, "限期完成隐患整改并报告。", "371702"), officer);
        await store.Do(new DirectOrder(order.Id, OrderAction.Escalate, new("隐患严重")), officer);
    }

    // Working days of a real clock do not pass within a test: the last day of publicity is moved to before today.
    private static async Task EndPublicityAsync(StoreAddress address)
    {
        await using var store = new PastStore(address);
        await using var scope = store.Provider.CreateAsyncScope();
        var yesterday = TimeProvider.System.Today().AddDays(-1);
        await scope.ServiceProvider.GetRequiredService<LianzhangDb>().Set<AssessmentRun>().ExecuteUpdateAsync(run => run.SetProperty(one => one.ObjectBy, yesterday));
    }

    private async Task<string> AssessAsync()
    {
        var officer = await OpenAsync("/assessment", "officer");
        await CheckAsync(officer, "assessments");
        await officer.GetByLabel("考核方案和时期").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await officer.GetByRole(AriaRole.Button, new() { Name = "汇集数据并计分" }).ClickAsync();
        await officer.ArriveAsync("/assessment/[0-9a-f-]{36}$");
        var path = new Uri(officer.Url).AbsolutePath;
        // Of what the trial has no figures, the officer puts them in.
        await Assertions.Expect(officer.GetByText("指标 报表按时报送率 没有任何数据")).ToBeVisibleAsync();
        await PutAsync(officer, path, "371702", "报表按时报送率", "98");
        // What nobody has a figure of does not count, and that is said.
        await Assertions.Expect(officer.GetByText("未计入的指标：企业满意度")).ToBeVisibleAsync();
        await CheckAsync(officer, "score-card-left-out");
        await PutAsync(officer, path, "371702", Satisfaction, "约九十六", "“约九十六”不是数字");
        await PutAsync(officer, path, "371702", Satisfaction, "96");
        await PutAsync(officer, path, "371703", Satisfaction, "92");
        await officer.GotoAsync(path);
        await Assertions.Expect(officer.GetByRole(AriaRole.Link, new() { Name = "牡丹区" })).ToBeVisibleAsync();
        await Assertions.Expect(officer.GetByText("名次是否稳定")).ToBeVisibleAsync();

        await StepAsync(await OpenAsync(path, "assessor"), "审核通过");
        await StepAsync(await OpenAsync(path, "officer"), "开始公示");
        return path;
    }

    private async Task ObjectAsync(string path)
    {
        var county = await OpenAsync($"{path}/371702", "county");
        await CheckAsync(county, "score-card");
        await county.GetByLabel("异议的数据").SelectOptionAsync(new SelectOptionValue { Label = Satisfaction });
        await county.GetByLabel("异议内容和依据").FillAsync("满意度漏计两家企业，应为 90 分。");
        await county.GetByRole(AriaRole.Button, new() { Name = "提交异议" }).ClickAsync();
        await Assertions.Expect(county.GetByText("待处理")).ToBeVisibleAsync();

        var assessor = await OpenAsync(path, "assessor");
        await assessor.GetByLabel("更正后的数").FillAsync("九十");
        await assessor.GetByLabel("处理理由").FillAsync("核对问卷属实");
        await assessor.GetByRole(AriaRole.Button, new() { Name = "异议成立", Exact = true }).ClickAsync();
        await Assertions.Expect(assessor.GetByText("“九十”不是数字")).ToBeVisibleAsync();
        await assessor.GetByLabel("更正后的数").FillAsync("90");
        await assessor.GetByLabel("处理理由").FillAsync("核对问卷属实");
        await assessor.GetByRole(AriaRole.Button, new() { Name = "异议成立", Exact = true }).ClickAsync();
        await assessor.ArriveAsync("done=1");
        await Assertions.Expect(assessor.GetByText("核对问卷属实").First).ToBeVisibleAsync();
    }

    private async Task CompareAsync(string path)
    {
        var assessor = await OpenAsync(path, "assessor");
        await assessor.GetByRole(AriaRole.Link, new() { Name = "对比前后两版结果" }).ClickAsync();
        await assessor.ArriveAsync("/compare$");
        await Assertions.Expect(assessor.GetByText($"{Satisfaction} 96 → 90")).ToBeVisibleAsync();
    }

    // With the quarter before, of which there is no survey.
    private async Task CompareQuartersAsync(string path)
    {
        var officer = await OpenAsync("/assessment", "officer");
        await officer.GetByLabel("考核方案和时期").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await officer.GetByRole(AriaRole.Button, new() { Name = "汇集数据并计分" }).ClickAsync();
        await officer.ArriveAsync("/assessment/[0-9a-f-]{36}$");
        await PutAsync(officer, new Uri(officer.Url).AbsolutePath, "371703", "报表按时报送率", "90");
        await officer.GotoAsync(path);
        await officer.Locator("a[href*='/compare/']").ClickAsync();
        await officer.ArriveAsync("/compare/[0-9a-f-]{36}$");
        await Assertions.Expect(officer.GetByText("两次考核规则相同。")).ToBeVisibleAsync();
        await Assertions.Expect(officer.GetByText("未计入的指标：企业满意度")).ToBeVisibleAsync();
        await Assertions.Expect(officer.GetByText("督办扣分 -").First).ToBeVisibleAsync();
        foreach (var width in new[] { 1440, 390 })
            await CheckAsync(await OpenAsync(new Uri(officer.Url).AbsolutePath, "officer", width), "assessment-compare-periods");
    }

    private async Task OpenOrderAsync(string path)
    {
        var officer = await OpenAsync($"{path}/371702", "officer");
        await officer.GetByRole(AriaRole.Link, new() { Name = Order }).First.ClickAsync();
        await officer.ArriveAsync("/supervision/[0-9a-f-]{36}$");
        await Assertions.Expect(officer.GetByRole(AriaRole.Heading, new() { Name = Order })).ToBeVisibleAsync();
        // Another county sees that points were taken, and not what for.
        var county = await OpenAsync($"{path}/371703", "county");
        await Assertions.Expect(county.GetByText("督办扣分").First).ToBeVisibleAsync();
    }

    private async Task SealAsync(string path)
    {
        var leader = await OpenAsync(path, "leader");
        await StepAsync(leader, "封存");
        var download = await leader.RunAndWaitForDownloadAsync(() => leader.GetByRole(AriaRole.Link, new() { Name = "下载封存结果" }).ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var seal = await leader.Locator("code").First.InnerTextAsync();
        Assert.Empty(VerifyAssessment.Check(text, seal));
        Assert.Contains(VerifyAssessment.Check(text.Replace("\"value\": 92", "\"value\": 93", StringComparison.Ordinal), seal), fault => fault.Zh.Contains("（371703）的数据被改动", StringComparison.Ordinal));
        await CheckAsync(leader, "assessment-sealed");
        var excel = await leader.RunAndWaitForDownloadAsync(() => leader.GetByRole(AriaRole.Link, new() { Name = "导出 Excel" }).First.ClickAsync());
        await excel.SaveAsAsync(Path.Combine(Artifacts.Screenshots, "assessment.xlsx"));
        using var workbook = ZipFile.OpenRead(await excel.PathAsync());
        using var sheets = new StreamReader(workbook.GetEntry("xl/workbook.xml")!.Open());
        var names = await sheets.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.All(["排名", "数据来源", "名次稳定性", "去掉一项指标"], sheet => Assert.Contains($"\"{sheet}\"", names, StringComparison.Ordinal));
    }

    private async Task PublishAsync(string path)
    {
        var leader = await OpenAsync(path, "leader");
        await leader.GetByRole(AriaRole.Button, new() { Name = "批准", Exact = true }).First.ClickAsync();
        await leader.ArriveAsync("done=1");
        await StepAsync(leader, "发布");
        var county = await OpenAsync(path, "county");
        await Assertions.Expect(county.GetByText("已发布").First).ToBeVisibleAsync();
        await Assertions.Expect(county.GetByText("待决定")).ToHaveCountAsync(0);
        await county.GotoAsync("/notices");
        await county.GetByRole(AriaRole.Link, new() { NameRegex = new("考核结果已发布", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.ClickAsync();
        await county.ArriveAsync("/371702$");
        await Assertions.Expect(county.GetByText("失 2.00 分")).ToBeVisibleAsync();
    }

    private static async Task PutAsync(IPage officer, string path, string member, string column, string value, string told = "第三方测评")
    {
        await officer.GotoAsync($"{path}/{member}");
        await officer.GetByLabel("数据", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = column });
        await officer.GetByLabel("数值").FillAsync(value);
        await officer.GetByLabel("来源或更正理由").FillAsync("第三方测评");
        await officer.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(officer.GetByText(told).First).ToBeVisibleAsync();
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
