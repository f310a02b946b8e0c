using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>The checks of every page find what is planted: were they blind, all journeys would pass.</summary>
public sealed class PageChecksTests(DemoServer demo, Chromium chromium) : IAsyncLifetime
{
    private readonly List<IPage> opened = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var page in opened)
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_image_without_a_text_is_found()
    {
        var (page, _) = await PlantAsync("""<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">""");
        Assert.Contains("image-alt (critical)", Assert.Single(await PageCheck.AccessibilityAsync(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pale_text_is_found()
    {
        var (page, _) = await PlantAsync("""<p style="color:#ccc;background:#fff">淡色文字</p>""");
        Assert.StartsWith("color-contrast (serious)", Assert.Single(await PageCheck.AccessibilityAsync(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_faults_is_left_alone()
    {
        var (page, problems) = await PlantAsync("<h1>菏泽</h1><p>正常</p>");
        Assert.Empty(await PageCheck.AccessibilityAsync(page));
        Assert.Equal(0, await PageCheck.OverflowAsync(page));
        Assert.Empty(problems.Found);
    }

    [Fact]
    public async Task A_page_wider_than_its_window_is_found()
    {
        var (page, _) = await PlantAsync("""<div style="width:900px">宽</div>""", width: 390);
        Assert.InRange(await PageCheck.OverflowAsync(page), 500, 600);
    }

    [Theory]
    [InlineData("<script>absent.call()</script>", "script: ReferenceError: absent is not defined")]
    [InlineData("<script>console.error('planted')</script>", "console: planted")]
    [InlineData("<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\"><script>1</script>", "Content Security Policy")]
    public async Task An_error_is_found(string planted, string problem)
    {
        var (_, problems) = await PlantAsync(planted);
        Assert.Contains(problem, Assert.Single(problems.Found), StringComparison.Ordinal);
        problems.Expect(problem);
        Assert.Empty(problems.Found);
    }

    [Fact]
    public async Task Requests_that_fail_are_refused_or_leave_the_server_are_found()
    {
        var (page, problems) = await PlantAsync("<p>正常</p>");
        // An address that is open to strangers: any other would lead to where one signs in.
        await page.EvaluateAsync("() => fetch('/language/absent')");
        await page.EvaluateAsync("() => fetch('http://127.0.0.1:9/').catch(() => null)");
        Assert.Equal(
            [
                $"answer: 404 to GET {demo.Server.Address}language/absent",
                "request: http://127.0.0.1:9/ leaves the server",
                "request: GET http://127.0.0.1:9/ failed: net::ERR_UNSAFE_PORT",
            ],
            problems.Found);
    }

    [Fact]
    public async Task An_expected_problem_that_does_not_come_is_a_failure()
    {
        var (_, problems) = await PlantAsync("<p>正常</p>");
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => problems.Expect("404"));
    }

    [Fact]
    public void A_missing_browser_is_named() =>
        Assert.Contains("apt-get install chromium-headless-shell", Assert.Throws<FileNotFoundException>(() => Chromium.FindProgram("/none")).Message, StringComparison.Ordinal);

    // The document is the server's, so that its own address is where the planted text may ask.
    private async Task<(IPage Page, PageProblems Problems)> PlantAsync(string body, int width = 1440)
    {
        var address = demo.Server.Address;
        var page = await chromium.NewPageAsync(width, address);
        opened.Add(page);
        var problems = new PageProblems(page, address);
        // At the server's address, yet not from the server, whose content policy would keep the planted script from running.
        await page.RouteAsync("**/planted", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = $"""<!DOCTYPE html><html lang="zh-CN"><head><title>Planted</title><meta name="viewport" content="width=device-width"></head><body>{body}</body></html>""" }));
        await page.GotoAsync("/planted");
        return (page, problems);
    }
}
