using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>Waiting for an address.</summary>
internal static class Arrival
{
    /// <summary>Waits until the page is at an address that fits, and loaded.</summary>
    public static Task ArriveAsync(this IPage page, string pattern) => page.ArriveAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>The same by an expression of one's own.</summary>
    public static async Task ArriveAsync(this IPage page, Regex pattern)
    {
        await Assertions.Expect(page).ToHaveURLAsync(pattern);
        await page.LoadedAsync();
    }

    /// <summary>
    /// Waits until the page is loaded. It asks the page again and again: Playwright's own waits for an address or a state of loading miss
    /// the event when it comes between their look and their wait, and then wait forever.
    /// </summary>
    public static Task LoadedAsync(this IPage page) => page.WaitForFunctionAsync("() => document.readyState === 'complete'");
}
