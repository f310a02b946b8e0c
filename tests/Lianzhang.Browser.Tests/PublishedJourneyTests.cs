using System.Globalization;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>A board is sealed from its page and comes out again; a board of an instant says that it is one.</summary>
public abstract class PublishedJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_board_is_published_and_comes_out_the_same(int width)
    {
        var page = await OpenAsync("/", width, "officer");
        await page.GetByRole(AriaRole.Button, new() { Name = "发布看板" }).ClickAsync();
        await page.ArriveAsync("/published/[^/]+$");
        await Assertions.Expect(page.GetByText("重算一致")).ToBeVisibleAsync();
        await CheckAsync(page, $"published-{store}");
        var path = new Uri(page.Url).AbsolutePath;
        await page.GetByRole(AriaRole.Link, new() { Name = "已发布看板" }).ClickAsync();
        await Assertions.Expect(page.Locator($"a[href='{path}']")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "导出 Excel" })).ToBeVisibleAsync();
        await CheckAsync(page, $"published-boards-{store}");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_board_of_an_instant_says_so_and_stays_as_it_is(int width)
    {
        var page = await OpenAsync("/", width, "leader");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "发布看板" })).ToHaveCountAsync(0);
        // A browser drops seconds that are zero, and then takes the field for filled in wrongly.
        var now = TimeProvider.System.GetLocalNow();
        await page.GetByLabel("按当时数据").FillAsync((now.Second == 0 ? now.AddSeconds(-1) : now).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await Assertions.Expect(page.GetByText("此后的补报、修订和变更不计入")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("script[src$='lz-live.js']")).ToHaveCountAsync(0);
        await CheckAsync(page, $"known-at-{store}");
    }
}

/// <summary>Published boards on the embedded store.</summary>
public sealed class PublishedOnSqliteTests(DemoServer demo, Chromium chromium) : PublishedJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>Published boards on PostgreSQL.</summary>
public sealed class PublishedOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : PublishedJourneyTests(demo.Server, chromium, "postgres");
