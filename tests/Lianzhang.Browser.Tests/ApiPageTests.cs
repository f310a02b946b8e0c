using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>The description of the API opens under the content policy, with nothing from another host.</summary>
public sealed class ApiPageTests(DemoServer demo, Chromium chromium) : PageTest(demo.Server, chromium)
{
    [Fact]
    public async Task The_description_of_the_api_lists_its_operations()
    {
        var page = await OpenAsync("/scalar", 1440, account: null);
        await Assertions.Expect(page.GetByText("/api/v1/board").First).ToBeVisibleAsync();
    }
}
