using System.Text.RegularExpressions;
using Lianzhang.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Lianzhang.Browser.Tests.MapServer))]

namespace Lianzhang.Browser.Tests;

/// <summary>One <c>lianzhang demo</c> with an invented map.</summary>
public sealed class MapServer : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-map-");
    private Server? server;

    public Server Server => server ?? throw new InvalidOperationException("The server is not started");

    public async ValueTask InitializeAsync()
    {
        var map = Path.Combine(folder.FullName, "map.json");
        await File.WriteAllTextAsync(map, SquareMap.Of(SquareMap.Heze));
        server = await Server.StartAsync("demo", "--map", map, "--map-approval", SquareMap.Approval);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>With a map of the operator's, pages show it with its approval number instead of tiles.</summary>
public sealed partial class MapTests(MapServer demo, Chromium chromium) : PageTest(demo.Server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_map_stands_on_the_board_with_its_approval_number_and_its_table(int width)
    {
        var page = await OpenAsync("/?asOf=2024-12-31", width);
        await DrawnAsync(page);
        await Assertions.Expect(page.GetByText($"审图号：{SquareMap.Approval}")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".tile-map")).ToHaveCountAsync(0);
        await page.GetByText("数据表").ClickAsync();
        // The zones, which the map does not draw, stand in the table.
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "各县区已公布的数据项数" }).Locator("tbody tr")).ToHaveCountAsync(11);
        await CheckAsync(page, "board-map");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_click_on_a_region_leads_to_its_page(int width)
    {
        var page = await OpenAsync("/regions", width);
        var map = await DrawnAsync(page);
        await CheckAsync(page, "regions-map");
        // The map is four squares wide and three high; the third of the second row is Dingtao.
        var box = (await map.BoundingBoxAsync())!;
        await map.ClickAsync(new() { Position = new() { X = box.Width * 0.6f, Y = box.Height / 2 } });
        await page.ArriveAsync(RegionPattern());
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("定陶区");
    }

    [Fact]
    public async Task A_map_that_does_not_fit_the_programme_keeps_the_server_from_starting()
    {
        var folder = Directory.CreateTempSubdirectory("lianzhang-map-");
        try
        {
            var map = Path.Combine(folder.FullName, "map.json");
            await File.WriteAllTextAsync(map, SquareMap.Of(SquareMap.Heze.Skip(1)), TestContext.Current.CancellationToken);
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Server.StartAsync("demo", "--map", map, "--map-approval", SquareMap.Approval));
            Assert.Contains("map.json: 缺少 371702 牡丹区", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<ILocator> DrawnAsync(IPage page)
    {
        var map = page.Locator(".area-map lz-chart");
        await map.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(map).ToHaveAttributeAsync("data-state", "drawn");
        return map;
    }

    [GeneratedRegex("/regions/371703$", RegexOptions.None, 1000)]
    private static partial Regex RegionPattern();
}
