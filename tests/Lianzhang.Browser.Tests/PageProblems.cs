using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>What goes wrong on a page while it is used: errors in the console, breaches of its content policy, requests that fail or leave the server.</summary>
public sealed class PageProblems
{
    private readonly List<string> found = [];
    private readonly Uri? address;

    public PageProblems(IPage page, Uri? address)
    {
        this.address = address;

        // Chromium tells breaches of the content security policy as errors in the console. What it tells there of requests comes
        // at its own pace and is known from the requests, but for the icon that it asks for without being told to.
        page.Console += (_, message) => Add(message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal), $"console: {message.Text} ({message.Location})");
        page.PageError += (_, error) => Add(isProblem: true, $"script: {error}");

        // A request is aborted when the visitor moves on before it is answered.
        page.RequestFailed += (_, request) => Add(request.Failure != "net::ERR_ABORTED", $"request: {request.Method} {request.Url} failed: {request.Failure}");
        page.Response += (_, response) => Add(response.Status >= 400, $"answer: {response.Status} to {response.Request.Method} {response.Url}");
        page.Request += (_, request) => Add(Leaves(request.Url), $"request: {request.Url} leaves the server");
    }

    public IReadOnlyList<string> Found
    {
        get
        {
            lock (found)
                return [.. found];
        }
    }

    /// <summary>Takes out the problems with this text, of which there must be one: a journey may lead to a refusal.</summary>
    public void Expect(string text)
    {
        lock (found)
            Assert.True(found.RemoveAll(problem => problem.Contains(text, StringComparison.Ordinal)) > 0, $"expected a problem with '{text}' among: {string.Join('\n', found)}");
    }

    private bool Leaves(string url) =>
        address is not null && Uri.TryCreate(url, UriKind.Absolute, out var target) && target.Scheme is "http" or "https" && target.Authority != address.Authority;

    private void Add(bool isProblem, string problem)
    {
        if (!isProblem)
            return;
        lock (found)
            found.Add(problem);
    }
}
