using System.Text;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>Takes the pictures of the README, of one window each, which eng/screenshots copies to docs/images.</summary>
public sealed class ReadmePicturesTests(HistoryServer demo, Chromium chromium) : PageTest(demo.Server, chromium)
{
    [Theory]
    [InlineData("/?asOf=2024-12-31", 1440, "board")]
    [InlineData("/?asOf=2024-12-31", 390, "board")]
    [InlineData("/targets/new_energy_capacity/2025?asOf=2024-12-31", 1440, "target")]
    public async Task A_page_as_one_first_sees_it(string path, int width, string name)
    {
        var page = await OpenAsync(path, width);
        if (name == "target")
            await page.Locator("lz-chart[data-state=drawn]").WaitForAsync();
        await TakeAsync(page, name);
    }

    [Fact]
    public async Task The_preview_of_an_import()
    {
        var page = await OpenAsync("/figures/import", 1440);
        await page.GetByLabel("CSV 文件").SetInputFilesAsync(new FilePayload
        {
            Name = "示例数据.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("""
                item,region,period,value,unit,source
                innovation_platforms,371700,2024,280,家,示例
                sei_new_projects,371700,2024,40,个,示例
                innovation_platforms,371700,2023,八百,家,示例
                innovation,371700,2024,12,家,示例
                """),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "确认导入" })).ToBeVisibleAsync();
        await TakeAsync(page, "import");
    }

    private static Task TakeAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Artifacts.Screenshots, $"readme-{name}-{page.ViewportSize!.Width}.png"),
        // One pixel for each of the style sheet's, which keeps the pictures small.
        Scale = ScreenshotScale.Css,
    });
}
