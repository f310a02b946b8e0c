using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>
/// The server is killed with SIGKILL while somebody types, and one goes on typing: once it is back it has all of it. Sent and accepted, it is
/// on the board.
/// </summary>
public sealed class KilledWhileTypingTests(Chromium chromium, PostgresDemoServer postgres) : IAsyncDisposable
{
    private const string Monthly = "企业产销经营月报";
    private const string Output = "企业本月产值";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-killed-");
    private readonly List<IPage> opened = [];
    private Server? server;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_that_was_typed_is_lost(bool onPostgres)
    {
        var store = onPostgres ? new StoreAddress(StoreKind.Postgres, await postgres.CreateDatabaseAsync()) : new StoreAddress(StoreKind.Sqlite, Path.Combine(folder.FullName, "store.db"));
        string[] demo = ["demo", "--store", $"{(onPostgres ? "postgres" : "sqlite")}:{store.Target}"];
        server = await Server.StartAsync(demo);
        var address = server.Address;
        var page = await OpenAsync(address, "/reports");
        await page.GetByRole(AriaRole.Link, new() { Name = Monthly }).First.ClickAsync();
        // What keeps the typed words comes with the page: a server that is killed before it has given it can keep nothing.
        await page.ArriveAsync("/reports/[^/]+$");
        var path = new Uri(page.Url).AbsolutePath;

        // Before anything of it is on its way, while it is on its way, and once it is there.
        await KillAsync(page, address, demo, () => Cell(page, "01.month").FillAsync("1201"), ("02.month", "1102"));
        await KillAsync(page, address, demo, () => page.RunAndWaitForRequestAsync(() => Cell(page, "03.month").FillAsync("103"), "**/draft"), ("04.month", "304"));
        await KillAsync(page, address, demo, () => page.RunAndWaitForResponseAsync(() => Cell(page, "05.month").FillAsync("1105"), "**/draft"), ("06.month", "1006"));
        await ExpectAsync(await OpenAsync(address, path), ("01.month", "1201"), ("02.month", "1102"), ("03.month", "103"), ("04.month", "304"), ("05.month", "1105"), ("06.month", "1006"));

        // The window is closed before the server is back: the next one of the same browser has it.
        await KillAsync();
        await Cell(page, "07.month").FillAsync("-7");
        await page.CloseAsync();
        server = await Server.StartAtAsync(address, demo);
        var next = await page.Context.NewPageAsync();
        await next.RunAndWaitForResponseAsync(() => next.GotoAsync(path), "**/draft");
        await ExpectAsync(await OpenAsync(address, path), ("07.month", "-7"));

        await PublishOutputAsync(store);
        var before = await OutputAsync(await OpenAsync(address, "/", "officer"));
        await SendAsync(next);
        var board = await OpenAsync(address, "/", "officer");
        Assert.Equal(before, await OutputAsync(board));
        var reviewer = await OpenAsync(address, path.Replace("/reports/", "/reviews/", StringComparison.Ordinal), "reviewer");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }).ClickAsync();
        await Assertions.Expect(reviewer.GetByText("1 份已通过")).ToBeVisibleAsync();

        // The board that was open all the while shows it by itself.
        await Assertions.Expect(board.Locator("[data-live-said]")).ToContainTextAsync("已更新");
        Assert.NotEqual(before, await OutputAsync(board));
        await Assertions.Expect(board.Locator("tr.changed")).ToContainTextAsync(Output);
    }

    // The bundled programme has no target that a month's report moves: one is added.
    private async Task PublishOutputAsync(StoreAddress store)
    {
        await using var services = TrialEnterprises.Services(store, folder.FullName);
        var files = TrialEnterprises.Programme.Select(file => file.Name switch
        {
            "indicators.yaml" => file with { Text = $"{file.Text}\n  - {{code: month_output, name: {Output}, name_en: Output of the month, owner: miit, unit: 万元, formula: \"sum(default(enterprise_output, 0))\", basis: date, frequency: month, over_regions: sum}}\n" },
            "targets.yaml" => file with { Text = $"{file.Text}\n  - {{indicator: month_output, year: 2027, qualifier: about, value: 100, cite: {{document: opinion, section: 总体要求·产业规模}}}}\n" },
            _ => file,
        });
        Assert.Null((await services.GetRequiredService<Run>().Do(new PublishProgramme([.. files], "output"), Caller.Product, TestContext.Current.CancellationToken)).Problem);
    }

    // What the board says of the month's output.
    private static Task<string> OutputAsync(IPage board) => board.GetByRole(AriaRole.Row, new() { Name = Output }).InnerTextAsync();

    private static async Task SendAsync(IPage page)
    {
        foreach (var (key, typed) in new[] { ("08.month", "30"), ("09.month", "20"), ("10.end", "26800"), ("11.end", "3300"), ("12.end", "3800"), ("13.end", "9600"), ("14.end", "73") })
            await Cell(page, key).FillAsync(typed);
        await Assertions.Expect(page.Locator("[data-counts]")).Not.ToContainTextAsync("未填");
        await page.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await page.ArriveAsync("done=");
        foreach (var box in await page.Locator("[data-list] textarea").AllAsync())
            await box.FillAsync("情况属实");
        if (page.Url.Contains("done=refused", StringComparison.Ordinal))
            await page.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("已报送，等待审核")).ToBeVisibleAsync();
    }

    // Kills the server at a moment of typing, types on while it is gone, and waits until the one that comes after has everything.
    private async Task KillAsync(IPage page, Uri address, string[] demo, Func<Task> type, (string Key, string Typed) meanwhile)
    {
        await type();
        await KillAsync();
        await Cell(page, meanwhile.Key).FillAsync(meanwhile.Typed);
        await Assertions.Expect(page.Locator("[data-said][data-state=waiting]")).ToBeVisibleAsync();
        server = await Server.StartAtAsync(address, demo);
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("已保存");
    }

    private async Task KillAsync()
    {
        await server!.DisposeAsync();
        server = null;
    }

    private static async Task ExpectAsync(IPage page, params (string Key, string Typed)[] cells)
    {
        foreach (var (key, typed) in cells)
            await Assertions.Expect(Cell(page, key)).ToHaveValueAsync(typed);
    }

    private async Task<IPage> OpenAsync(Uri address, string path, string account = "clerk")
    {
        var page = await chromium.NewPageAsync(1440, address, await chromium.SignedInAsync(address, account));
        opened.Add(page);
        await page.GotoAsync(path);
        return page;
    }

    private static ILocator Cell(IPage page, string key) => page.Locator($"[name='typed.{key}']");

    public async ValueTask DisposeAsync()
    {
        foreach (var page in opened)
            await page.Context.CloseAsync();
        if (server is not null)
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
