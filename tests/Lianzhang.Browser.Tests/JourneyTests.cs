using System.Text;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>What people do with the product, at the widths of a desk and of a phone.</summary>
public abstract class JourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_board_says_where_every_target_stands(int width)
    {
        var page = await OpenAsync("/?asOf=2024-12-31", width);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "目标看板" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("580.87")).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByText("缺：研发经费（市统计局）")).ToBeVisibleAsync();
        await CheckAsync(page, $"board-{store}");
    }

    [Fact]
    public async Task A_filter_leaves_what_fits_and_stands_in_the_address()
    {
        var page = await OpenAsync("/?asOf=2024-12-31", 1440);
        await page.GetByLabel("产业", new() { Exact = true }).SelectOptionAsync("new_energy");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await Assertions.Expect(page.Locator("table.data-table tbody tr")).ToHaveCountAsync(2);
        Assert.Contains("industry=new_energy", page.Url, StringComparison.Ordinal);

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出 Excel" }).ClickAsync());
        Assert.Equal("board-371700-2024-12-31.xlsx", download.SuggestedFilename);

        await page.GetByLabel("状态", new() { Exact = true }).SelectOptionAsync("NoData");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await Assertions.Expect(page.GetByText("没有符合条件的目标。")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_target_opens_down_to_its_figures(int width)
    {
        var page = await OpenAsync("/?asOf=2024-12-31", width);
        await page.GetByRole(AriaRole.Link, new() { Name = "新能源装机规模" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "新能源装机规模" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("119.13")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "荷泽新闻网 2024-05-30" })).ToBeVisibleAsync();
        await page.Locator("lz-chart canvas").First.WaitForAsync();
        await page.GetByText("数据表").ClickAsync();
        await CheckAsync(page, $"target-{store}");
    }

    [Fact]
    public async Task A_file_with_a_bad_row_is_previewed_and_its_good_rows_are_imported()
    {
        var page = await OpenAsync("/figures", 1440);
        await page.GetByRole(AriaRole.Link, new() { Name = "导入数据" }).ClickAsync();
        await page.GetByLabel("CSV 文件").SetInputFilesAsync(Csv("""
            item,region,period,value,unit,source
            innovation_platforms,371700,2024,903,家,浏览器测试
            innovation_platforms,371700,2023,八百,家,浏览器测试
            """));
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await Assertions.Expect(page.GetByText("数值 '八百' 不是数字")).ToBeVisibleAsync();
        await CheckAsync(page, $"preview-{store}");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认导入" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("新增 1 条，修订 0 条，相同 0 条，未采用 1 条");

        page = await OpenAsync("/targets/innovation_platforms/2025", 1440);
        await Assertions.Expect(page.GetByText("浏览器测试").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_with_what_to_do()
    {
        var page = await OpenAsync("/figures/import", 390);
        await page.GetByLabel("CSV 文件").SetInputFilesAsync(Csv("a,b\n1,2\n"));
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await Assertions.Expect(page.GetByText("缺少列 item")).ToBeVisibleAsync();
        Problems.Expect("422");
        await Assertions.Expect(page.GetByText("没有改动任何数据。")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_language_is_switched_where_one_stands()
    {
        var page = await OpenAsync("/industries/biomedicine", 1440);
        await page.GetByRole(AriaRole.Link, new() { Name = "EN" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Biomedicine");
        Assert.EndsWith("/industries/biomedicine", page.Url, StringComparison.Ordinal);
        await CheckAsync(page, $"english-{store}");
    }

    [Fact]
    public async Task What_is_not_there_has_a_page_that_helps()
    {
        var page = await OpenAsync("/industries", 390);
        await page.GotoAsync("/targets/nothing/2025");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("未找到此页");
        Problems.Expect("404");
        await CheckAsync(page, $"not-found-{store}");
    }

    private static FilePayload Csv(string text) => new() { Name = "figures.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}

/// <summary>The journeys on the embedded store, and a look at every page: what pages show does not depend on the store.</summary>
public sealed class JourneysOnSqliteTests(DemoServer demo, Chromium chromium) : JourneyTests(demo.Server, chromium, "sqlite")
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Every_page_can_be_read_and_used_by_everybody(int width)
    {
        foreach (var (path, name) in new[]
        {
            ("/industries", "industries"), ("/industries/biomedicine", "industry"), ("/regions", "regions"), ("/regions/371724", "region"),
            ("/programme", "programme"), ("/programme?view=indicators", "indicators"), ("/programme?view=versions", "versions"), ("/programme?view=warnings", "warnings"),
            ("/figures", "figures"), ("/figures?view=conflicts", "conflicts"), ("/figures/import", "import"),
        })
        {
            var page = await OpenAsync(path, width);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await CheckAsync(page, $"{name}-sqlite");
        }
    }
}

/// <summary>The journeys on PostgreSQL.</summary>
public sealed class JourneysOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : JourneyTests(demo.Server, chromium, "postgres");
