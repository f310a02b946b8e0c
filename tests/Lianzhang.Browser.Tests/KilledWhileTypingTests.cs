using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>The server is killed with SIGKILL while somebody types, and one goes on typing: once it is back it has all of it.</summary>
public sealed class KilledWhileTypingTests(Chromium chromium, PostgresDemoServer postgres) : IAsyncDisposable
{
    private const string Monthly = "企业产销经营月报";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-killed-");
    private readonly List<IPage> opened = [];
    private Server? server;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_that_was_typed_is_lost(bool onPostgres)
    {
        string[] demo = ["demo", "--store", onPostgres ? $"postgres:{await postgres.CreateDatabaseAsync()}" : $"sqlite:{Path.Combine(folder.FullName, "store.db")}"];
        server = await Server.StartAsync(demo);
        var address = server.Address;
        var page = await OpenAsync(address, "/reports");
        await page.GetByRole(AriaRole.Link, new() { Name = Monthly }).First.ClickAsync();
        var path = new Uri(page.Url).AbsolutePath;

        // Before anything of it is on its way, while it is on its way, and once it is there.
        await KillAsync(page, address, demo, () => Cell(page, "01.month").FillAsync("1201"), ("02.month", "1102"));
        await KillAsync(page, address, demo, () => page.RunAndWaitForRequestAsync(() => Cell(page, "03.month").FillAsync("103"), "**/draft"), ("04.month", "304"));
        await KillAsync(page, address, demo, () => page.RunAndWaitForResponseAsync(() => Cell(page, "05.month").FillAsync("1105"), "**/draft"), ("06.month", "1106"));
        await ExpectAsync(await OpenAsync(address, path), ("01.month", "1201"), ("02.month", "1102"), ("03.month", "103"), ("04.month", "304"), ("05.month", "1105"), ("06.month", "1106"));

        // The window is closed before the server is back: the next one of the same browser has it.
        await server.DisposeAsync();
        await Cell(page, "07.month").FillAsync("-7");
        await page.CloseAsync();
        server = await Server.StartAtAsync(address, demo);
        var next = await page.Context.NewPageAsync();
        await next.GotoAsync(path);
        await Assertions.Expect(next.Locator("[data-said]")).ToContainTextAsync("已保存");
        await ExpectAsync(await OpenAsync(address, path), ("07.month", "-7"));
    }

    // Kills the server at a moment of typing, types on while it is gone, and waits until the one that comes after has everything.
    private async Task KillAsync(IPage page, Uri address, string[] demo, Func<Task> type, (string Key, string Typed) meanwhile)
    {
        await type();
        await server!.DisposeAsync();
        await Cell(page, meanwhile.Key).FillAsync(meanwhile.Typed);
        await Assertions.Expect(page.Locator("[data-said][data-state=waiting]")).ToBeVisibleAsync();
        server = await Server.StartAtAsync(address, demo);
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("已保存");
    }

    private static async Task ExpectAsync(IPage page, params (string Key, string Typed)[] cells)
    {
        foreach (var (key, typed) in cells)
            await Assertions.Expect(Cell(page, key)).ToHaveValueAsync(typed);
    }

    private async Task<IPage> OpenAsync(Uri address, string path)
    {
        var page = await chromium.NewPageAsync(1440, address, await chromium.SignedInAsync(address, "clerk"));
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
