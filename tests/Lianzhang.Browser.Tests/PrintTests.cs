using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>On paper a page has what it says and nothing that only a screen can do.</summary>
public sealed class PrintTests(DemoServer demo, Chromium chromium) : PageTest(demo.Server, chromium)
{
    // Between the margins of an A4 sheet, in CSS pixels.
    private const int SheetWidth = 703;

    [Theory]
    [InlineData("/?asOf=2024-12-31&status=NoPath")]
    [InlineData("/targets/new_energy_capacity/2025?asOf=2024-12-31")]
    [InlineData("/regions/371724")]
    [InlineData("/industries/biomedicine")]
    public async Task A_printed_page_has_no_navigation_and_fits_its_sheet(string path)
    {
        var page = await OpenAsync(path, SheetWidth);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        foreach (var gone in new[] { "nav", "form", ".languages", ".button", ".no-print" })
            Assert.Equal(0, await page.Locator(gone).Filter(new() { Visible = true }).CountAsync());
        Assert.Equal(0, await PageCheck.OverflowAsync(page));
        foreach (var head in await page.Locator("table.data-table thead").AllAsync())
            Assert.Equal("table-header-group", await head.EvaluateAsync<string>("head => getComputedStyle(head).display"));
    }

    [Fact]
    public async Task A_printed_board_says_of_which_day_and_which_part_it_is()
    {
        var page = await OpenAsync("/?asOf=2024-12-31&industry=new_energy&year=2025", SheetWidth);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.GetByText("截至 2024年12月31日")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("p.print-only")).ToHaveTextAsync("筛选：新能源产业；2025年");
    }

    [Fact]
    public async Task A_printed_chart_has_its_table_open()
    {
        var page = await OpenAsync("/targets/new_energy_capacity/2025?asOf=2024-12-31", SheetWidth);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".path-chart table")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".path-chart summary")).ToBeHiddenAsync();
    }
}
