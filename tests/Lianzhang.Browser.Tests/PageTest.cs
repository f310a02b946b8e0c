using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>
/// A journey through pages. When it ends, every page that it opened must have been free of errors in the console, breaches of
/// the content policy and failed requests; a journey that fails leaves a picture of each page.
/// </summary>
public abstract class PageTest(Server server, Chromium chromium) : IAsyncLifetime
{
    /// <summary>The two widths at which every page works.</summary>
    public static TheoryData<int> Widths => [1440, 390];

    private readonly List<(IPage Page, PageProblems Problems)> opened = [];

    /// <summary>The problems of the page that was opened last.</summary>
    protected PageProblems Problems => opened[^1].Problems;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            foreach (var (index, (page, _)) in opened.Index())
                await SaveAsync(page, $"failed-{TestContext.Current.TestMethod?.MethodName}-{index + 1}");
        }

        var problems = opened.SelectMany(each => each.Problems.Found).ToList();
        foreach (var (page, _) in opened)
            await page.Context.CloseAsync();
        Assert.True(problems.Count == 0, $"{string.Join('\n', problems)}\nThe server wrote:\n{server.Log}");
    }

    /// <summary>
    /// Opens a path of the server in a new window of this width, with a profile of its own, and waits until it is loaded. Somebody is
    /// signed in there unless the account is null.
    /// </summary>
    protected async Task<IPage> OpenAsync(string path, int width, string? account = "officer", bool scripts = true)
    {
        var page = await chromium.NewPageAsync(width, server.Address, account is null ? null : await chromium.SignedInAsync(server.Address, account), scripts);
        opened.Add((page, new PageProblems(page, server.Address)));
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>The same by the name localhost and with nobody signed in: what browsers bind to a domain does not work on an address in numbers.</summary>
    protected async Task<IPage> OpenByNameAsync(string path, int width)
    {
        var address = new UriBuilder(server.Address) { Host = "localhost" }.Uri;
        var page = await chromium.NewPageAsync(width, address);
        opened.Add((page, new PageProblems(page, address)));
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>
    /// Checks the page as it stands: not wider than its window and, where the server is scanned, accessible. Saves a picture of it there
    /// as screenshots/name-width.png.
    /// </summary>
    protected async Task CheckAsync(IPage page, string name)
    {
        // A page that is still on its way has not the shape that it will have.
        await page.LoadedAsync();
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        if (server.IsScanned)
        {
            await SaveAsync(page, name);
            var faults = await PageCheck.AccessibilityAsync(page);
            Assert.True(faults.Count == 0, string.Join('\n', faults));
        }

        Assert.Equal(0, await PageCheck.OverflowAsync(page));
    }

    private static async Task SaveAsync(IPage page, string name)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(Artifacts.Screenshots, $"{name}-{page.ViewportSize!.Width}.png"), FullPage = true });
    }
}
