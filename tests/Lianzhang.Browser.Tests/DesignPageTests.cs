using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Lianzhang.Browser.Tests.DemoServer))]
[assembly: AssemblyFixture(typeof(Lianzhang.Browser.Tests.Chromium))]

namespace Lianzhang.Browser.Tests;

public sealed class DesignPageTests(DemoServer demo, Chromium chromium) : PageTest(demo.Server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_page_shows_its_title(int width)
    {
        var page = await OpenAsync("/design", width);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("界面部件");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_page_is_accessible_and_fits_its_window(int width) => await CheckAsync(await OpenAsync("/design", width), "design");
}
