using System.Diagnostics;
using System.Globalization;
using Lianzhang.Benchmarks;
using Lianzhang.Core.Values;
using Lianzhang.Storage;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>
/// An accepted report turns a target's light red, an order opens, the county signs for it and reports; it is closed when a later report has
/// brought the figure back, and not before.
/// </summary>
public sealed class OrderJourneyTests(Chromium chromium, PostgresDemoServer postgres) : IAsyncDisposable
{
    // What a month's report of one enterprise comes to.
    private const decimal Output = 1_200;
    private const string Title = "牡丹区2027年产值严重滞后";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-orders-");
    private readonly List<IPage> opened = [];
    private Server? server;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_order_opens_from_a_red_light_and_closes_when_the_figure_is_back(bool onPostgres)
    {
        var months = ReportingClerks.Months(2).Reverse().ToList();
        var store = onPostgres ? new StoreAddress(StoreKind.Postgres, await postgres.CreateDatabaseAsync()) : new StoreAddress(StoreKind.Sqlite, Path.Combine(folder.FullName, "store.db"));
        await using var made = new ReportingClerks(store, Path.Combine(folder.FullName, "keys"));
        var clerks = await made.Make(2, months);
        server = await Server.StartAsync("demo", "--store", $"{(onPostgres ? "postgres" : "sqlite")}:{store.Target}", "--keys", Path.Combine(folder.FullName, "keys"));
        // It begins with the bundled programme.
        await made.AddWantedOutput(clerks.Count * Output, months[0]);

        // One of the two, and half of what is wanted.
        await AcceptAsync(clerks[0], months[0]);
        var county = await OpenAsync("/supervision?shelf=Own", "county");
        var start = Stopwatch.GetTimestamp();
        while (await county.GetByRole(AriaRole.Link, new() { Name = Title }).CountAsync() == 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(1), await county.Locator("main").InnerTextAsync());
            await county.ReloadAsync();
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the order was there {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms after the page was opened"));
        await county.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await county.ArriveAsync("/supervision/[^/?]+$");
        var path = new Uri(county.Url).AbsolutePath;
        await CheckAsync(county, "order-assigned");
        await county.GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true }).ClickAsync();
        await county.ArriveAsync("done=Sign");
        await county.GetByLabel("情况说明").FillAsync("已协调供电，企业恢复生产。");
        await county.GetByRole(AriaRole.Button, new() { Name = "报告完成整改" }).ClickAsync();
        await Assertions.Expect(county.GetByText("报告完成整改须附佐证。")).ToBeVisibleAsync();
        // What was typed stays.
        await Assertions.Expect(county.GetByLabel("情况说明")).ToHaveValueAsync("已协调供电，企业恢复生产。");
        await county.GetByLabel("佐证", new() { Exact = true }).FillAsync("供电协调会议纪要〔2026〕18号");
        await county.GetByRole(AriaRole.Button, new() { Name = "报告完成整改" }).ClickAsync();
        await county.ArriveAsync("done=Report");

        var verifier = await OpenAsync(path, "verifier");
        await verifier.GetByLabel("情况说明").FillAsync("现场核查，已恢复生产。");
        await verifier.GetByRole(AriaRole.Button, new() { Name = "核查通过" }).ClickAsync();
        await verifier.ArriveAsync("done=Verify");
        await CloseAsync(verifier);
        await Assertions.Expect(verifier.GetByRole(AriaRole.Alert)).ToContainTextAsync("不能销号");
        await CheckAsync(verifier, "order-refused");

        foreach (var clerk in clerks)
            await AcceptAsync(clerk, months[1]);
        await verifier.GotoAsync(path);
        await Assertions.Expect(verifier.GetByText("数据已恢复，可以销号。")).ToBeVisibleAsync();
        await CloseAsync(verifier);
        await verifier.ArriveAsync("done=Close");
        foreach (var happened in new[] { "立单", "交办", "签收", "报告完成整改", "核查通过", "销号" })
            await Assertions.Expect(verifier.Locator(".timeline strong", new() { HasTextRegex = new($"^{happened}$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) })).ToHaveCountAsync(1);
        foreach (var width in new[] { 1440, 390 })
        {
            await CheckAsync(await OpenAsync(path, "leader", width), "order-closed");
            await CheckAsync(await OpenAsync("/supervision?shelf=Ended", "officer", width), "orders-ended");
            await CheckAsync(await OpenAsync("/supervision", "officer", width), "orders");
            await CheckAsync(await OpenAsync("/supervision/new", "officer", width), "order-new");
            await CheckAsync(await OpenAsync("/supervision/dry-run?months=3", "officer", width), "orders-dry-run");
        }
    }

    // The enterprise's system sends a month's report, and the city's officer, who is outside the county, accepts it.
    private async Task AcceptAsync(ReportingClerk clerk, Period month)
    {
        using var client = new HttpClient { BaseAddress = server!.Address };
        using var request = ReportingClerks.Send(clerk, month, Output);
        using var sent = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(sent.IsSuccessStatusCode, answer);
        var officer = await OpenAsync($"/reviews/{answer.Split('"').First(part => Guid.TryParse(part, out _))}", "officer");
        await officer.GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }).ClickAsync();
        await Assertions.Expect(officer.GetByText("1 份已通过")).ToBeVisibleAsync();
    }

    private static async Task CloseAsync(IPage verifier)
    {
        await verifier.GetByLabel("情况说明").FillAsync("同意销号。");
        await verifier.GetByRole(AriaRole.Button, new() { Name = "销号", Exact = true }).ClickAsync();
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
