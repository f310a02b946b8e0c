using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>What must be true of every page as it stands, whatever it shows.</summary>
internal static class PageCheck
{
    // WCAG 2.1 AA is the promise. Landmarks, order of headings and the like are axe's best practices and not part of it.
    private static readonly AxeRunOptions Promise = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"),
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>The faults of accessibility that axe finds, one line for each element.</summary>
    public static async Task<IReadOnlyList<string>> AccessibilityAsync(IPage page)
    {
        var result = await page.RunAxe(Promise);
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.Impact}): {violation.Help}: {node.Html} at {node.Target}; {violation.HelpUrl}"))];
    }

    /// <summary>By how much a page is wider than its window, in pixels: what has to be scrolled sideways.</summary>
    public static Task<int> OverflowAsync(IPage page) =>
        page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
}
