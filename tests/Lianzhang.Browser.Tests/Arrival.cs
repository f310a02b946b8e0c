using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>Waiting for an address.</summary>
internal static class Arrival
{
    /// <summary>
    /// Waits until the page is at an address that fits, and loaded. Playwright's own wait for an address can miss the end of loading when
    /// it comes between its look and its wait, and then waits forever.
    /// </summary>
    public static Task ArriveAsync(this IPage page, string pattern) => page.ArriveAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>The same by an expression of one's own.</summary>
    public static async Task ArriveAsync(this IPage page, Regex pattern)
    {
        await Assertions.Expect(page).ToHaveURLAsync(pattern);
        await page.WaitForLoadStateAsync();
    }
}
