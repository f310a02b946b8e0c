using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>Figures leave the product as a workbook and come back as one.</summary>
public sealed class ExcelTests(DemoServer demo, Chromium chromium) : PageTest(demo.Server, chromium)
{
    [Fact]
    public async Task What_was_exported_is_previewed_as_the_same()
    {
        var page = await OpenAsync("/figures?place=371724", 1440);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出 Excel" }).ClickAsync());
        Assert.Matches(@"^figures-\d{4}-\d\d-\d\d\.xlsx$", download.SuggestedFilename);
        await page.GotoAsync("/figures/import");
        await using var workbook = await download.CreateReadStreamAsync();
        using var content = new MemoryStream();
        await workbook.CopyToAsync(content, TestContext.Current.CancellationToken);
        await page.GetByLabel("Excel 或 CSV 文件").SetInputFilesAsync(new FilePayload { Name = download.SuggestedFilename, MimeType = "application/octet-stream", Buffer = content.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await Assertions.Expect(page.GetByText("没有可写入的数据。")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("table.data-table tbody tr").First).ToContainTextAsync("相同");
    }

    [Fact]
    public async Task A_workbook_that_is_none_is_refused_with_what_to_do()
    {
        var page = await OpenAsync("/figures/import", 390);
        await page.GetByLabel("Excel 或 CSV 文件").SetInputFilesAsync(new FilePayload { Name = "x.xlsx", MimeType = "application/octet-stream", Buffer = "PK\u0003\u0004broken"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await Assertions.Expect(page.GetByText("文件不是完好的 Excel 工作簿")).ToBeVisibleAsync();
    }
}
