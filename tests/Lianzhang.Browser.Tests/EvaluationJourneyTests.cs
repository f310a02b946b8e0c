using Lianzhang.Storage;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>An evaluation of a programme that has orders behind it: read, narrowed to a region, taken along, printed.</summary>
public sealed class EvaluationJourneyTests(Chromium chromium, PostgresDemoServer postgres) : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-evaluation-");
    private readonly List<IPage> opened = [];
    private Server? server;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_moved_after_orders_and_what_did_not_is_read_with_its_limits(bool onPostgres)
    {
        var store = onPostgres ? new StoreAddress(StoreKind.Postgres, await postgres.CreateDatabaseAsync()) : new StoreAddress(StoreKind.Sqlite, Path.Combine(folder.FullName, "store.db"));
        await EvaluatedCounties.PutAsync(store);
        server = await Server.StartAsync("demo", "--store", $"{(onPostgres ? "postgres" : "sqlite")}:{store.Target}", "--keys", Path.Combine(folder.FullName, "keys"));
        await EvaluatedCounties.PublishAsync(store);

        foreach (var width in new[] { 1440, 390 })
        {
            var page = await OpenAsync("/evaluation", "leader", width);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "中期评估", Level = 1 })).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("达到进度").First).ToBeVisibleAsync();
            foreach (var verdict in new[] { ("曹县", "督办后改善"), ("单县", "低点回升"), ("成武县", "督办后走低"), ("东明县", "数据不足") })
                await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = verdict.Item1 }).Filter(new() { HasText = "战新产业月度产值" })).ToContainTextAsync(verdict.Item2);
            await Assertions.Expect(page.GetByText("前后对比不能证明因果")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "曹县 战新产业月度产值" })).ToBeVisibleAsync();
            await CheckAsync(page, $"evaluation-{Name(onPostgres)}");

            await page.GetByLabel("评估", new() { Exact = true }).SelectOptionAsync("Final");
            await page.GetByLabel("地区", new() { Exact = true }).SelectOptionAsync(EvaluatedCounties.Turned);
            await page.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "终期评估", Level = 1 })).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("尚未结束")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("四、督办前后（1 件）")).ToBeVisibleAsync();
            await CheckAsync(page, $"evaluation-final-{Name(onPostgres)}");
        }

        var reader = await OpenAsync("/evaluation", "county", 1440);
        var download = await reader.RunAndWaitForDownloadAsync(() => reader.GetByRole(AriaRole.Link, new() { Name = "Excel" }).ClickAsync());
        Assert.StartsWith("evaluation-371700-", download.SuggestedFilename, StringComparison.Ordinal);
        await reader.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await PageCheck.OverflowAsync(reader));
        await reader.EmulateMediaAsync(new() { Media = Media.Screen });
        await reader.Context.AddCookiesAsync([new() { Name = "lang", Value = "en", Url = server.Address.ToString() }]);
        await reader.GotoAsync("/evaluation");
        await CheckAsync(reader, $"evaluation-english-{Name(onPostgres)}");
    }

    private static string Name(bool onPostgres) => onPostgres ? "postgres" : "sqlite";

    private async Task<IPage> OpenAsync(string path, string account, int width)
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
        // Charts are drawn when they come into sight.
        foreach (var chart in await page.Locator("lz-chart").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(chart).ToHaveAttributeAsync("data-state", "drawn");
        }

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
