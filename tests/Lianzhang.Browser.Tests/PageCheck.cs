using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>What must be true of every page as it stands, whatever it shows.</summary>
internal static class PageCheck
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // WCAG 2.1 AA is the promise. Landmarks, order of headings and the like are axe's best practices and not part of it.
    private const string Scan = """
        () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] }).then(result =>
            result.violations.flatMap(fault => fault.nodes.map(node => `${fault.id} (${fault.impact}): ${fault.help}: ${node.html} at ${node.target}; ${fault.helpUrl}`)))
        """;

    /// <summary>
    /// The faults of accessibility that axe finds, one line for each element. It runs in the page itself: Deque's package for Playwright
    /// opens a second page for each that it scans, which takes as long as the scan and serves frames of other sites only.
    /// </summary>
    public static async Task<IReadOnlyList<string>> AccessibilityAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Scan);
    }

    /// <summary>By how much a page is wider than its window, in pixels: what has to be scrolled sideways.</summary>
    public static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
}
