using System.Net;
using Lianzhang.Browser.Tests;
using Lianzhang.Hosting;
using Lianzhang.Web.Shell;

namespace Lianzhang.Tests.Hosting;

/// <summary>Behind a reverse proxy the record and the limits have the true address; nobody but a known proxy can say it.</summary>
public sealed class KnownProxiesTests
{
    private static readonly ServerSettings Trusting = ServerSettings.Default with { Proxies = new KnownProxies([IPNetwork.Parse("127.0.0.1/32"), IPNetwork.Parse("10.0.0.0/24")]) };
    private static readonly ServerSettings TrustingAnother = ServerSettings.Default with { Proxies = new KnownProxies([IPNetwork.Parse("10.0.0.0/24")]) };

    [Fact]
    public async Task A_known_proxy_says_where_a_request_comes_from()
    {
        await using var web = await StartedWeb.StartAsync(Trusting);
        Assert.Equal("203.0.113.7", await RecordedAddressAsync(web, "203.0.113.7"));
        // Through two proxies; what stands before the first that is not known may be invented.
        Assert.Equal("203.0.113.7", await RecordedAddressAsync(web, "198.51.100.1, 203.0.113.7, 10.0.0.9"));
    }

    [Fact]
    public async Task What_anybody_else_says_is_ignored()
    {
        await using var unknown = await StartedWeb.StartAsync(TrustingAnother);
        Assert.Equal("127.0.0.1", await RecordedAddressAsync(unknown, "203.0.113.7"));
        await using var none = await StartedWeb.StartAsync(ServerSettings.Default);
        Assert.Equal("127.0.0.1", await RecordedAddressAsync(none, "203.0.113.7"));
    }

    [Fact]
    public async Task Attempts_are_counted_by_the_true_address()
    {
        var few = ServerSettings.Default.SignIn with { AttemptsPerMinute = 5 };
        await using (var web = await StartedWeb.StartAsync(Trusting with { SignIn = few }))
        {
            Assert.All(await AttemptAsync(web, attempt => $"203.0.113.{attempt}"), status => Assert.Equal(HttpStatusCode.OK, status));
            Assert.Contains(HttpStatusCode.TooManyRequests, await AttemptAsync(web, _ => "203.0.113.200"));
        }

        await using var other = await StartedWeb.StartAsync(TrustingAnother with { SignIn = few });
        Assert.Contains(HttpStatusCode.TooManyRequests, await AttemptAsync(other, attempt => $"203.0.113.{attempt}"));
    }

    [Fact]
    public async Task Cookies_know_of_tls_at_the_proxy()
    {
        await using var web = await StartedWeb.StartAsync(Trusting);
        Assert.All(await SetCookiesAsync(web, "https"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(await SetCookiesAsync(web, "http"), cookie => Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        await using var other = await StartedWeb.StartAsync(TrustingAnother);
        Assert.All(await SetCookiesAsync(other, "https"), cookie => Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_server_behind_a_known_proxy_with_tls_sends_hsts()
    {
        await using var web = await StartedWeb.StartAsync(Trusting, isTrial: false);
        using var client = new SignedInClient(web.Address);
        client.Http.DefaultRequestHeaders.Host = "lianzhang.example";
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await client.Http.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.Contains("; secure", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_tls_pages_say_what_is_to_be_done_and_programs_are_answered()
    {
        await using var web = await StartedWeb.StartAsync(Trusting, isTrial: false);
        using var client = new SignedInClient(web.Address);
        using var page = await client.Http.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("Proxy:Known", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var health = await client.Http.GetAsync("/healthz", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        using var api = await client.Http.GetAsync("/api/v1/board", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
    }

    private static async Task<string> RecordedAddressAsync(StartedWeb web, string forwarded)
    {
        using var client = new SignedInClient(web.Address);
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);
        using var answer = await client.PostFormAsync("/sign-in", new() { ["name"] = "nobody", ["password"] = "wrong" });
        return (await web.SignInsAsync())[0].Address;
    }

    private static async Task<List<HttpStatusCode>> AttemptAsync(StartedWeb web, Func<int, string> address)
    {
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 7; attempt++)
        {
            using var client = new SignedInClient(web.Address);
            client.Http.DefaultRequestHeaders.Add("X-Forwarded-For", address(attempt));
            using var answer = await client.PostFormAsync("/sign-in", new() { ["name"] = "nobody", ["password"] = "wrong" });
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }

    // The cookies of the page and of signing in: the one that protects forms, and the sign-in itself.
    private static async Task<IReadOnlyList<string>> SetCookiesAsync(StartedWeb web, string scheme)
    {
        using var client = new SignedInClient(web.Address);
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        using var page = await client.Http.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        var cookies = page.Headers.GetValues("Set-Cookie").ToList();
        var administrator = web.Administrators[0];
        // The container keeps a secure cookie from an address without TLS, so the proxy's part is played by hand.
        client.Http.DefaultRequestHeaders.Add("Cookie", cookies.Select(cookie => cookie.Split(';')[0]));
        using var answer = await client.PostFormAsync("/sign-in", new() { ["name"] = administrator.UserName, ["password"] = administrator.OneTimePassword });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return [.. cookies, .. answer.Headers.GetValues("Set-Cookie")];
    }
}
