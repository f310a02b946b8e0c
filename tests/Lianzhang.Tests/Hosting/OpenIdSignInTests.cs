using System.Net;
using Lianzhang.Browser.Tests;
using Lianzhang.Hosting;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Tests.Hosting;

/// <summary>Signing in with a provider of identities that runs beside the product.</summary>
public sealed class OpenIdSignInTests
{
    [Fact]
    public async Task Whom_the_provider_vouches_for_is_signed_in_and_comes_to_what_was_asked_for()
    {
        await using var provider = await SmallProvider.StartAsync("system-admin");
        await using var web = await StartedWeb.StartAsync(With(provider.Address));
        using var client = new SignedInClient(web.Address);
        Assert.Contains("用省统一认证登录", await TextAsync(client, "/sign-in"), StringComparison.Ordinal);
        // A first password is changed first, and until then there are no rights.
        Assert.Equal("/password", await FollowAsync(client, "/sign-in/openid?back=%2Fpeople"));
        Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync("/api/v1/people"));
        await ChangePasswordAsync(client, web.Administrators.Single(one => one.UserName == "system-admin").OneTimePassword);
        Assert.Equal("/people", await FollowAsync(client, "/sign-in/openid?back=%2Fpeople"));
        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/api/v1/people"));
        Assert.Equal("system-admin openid 127.0.0.1", (await web.SignInsAsync())[0].Request);
        // The product's own rules hold from here on: signed out everywhere, it is over.
        await web.DoAsync(new CloseAccount(web.Administrators.Single(one => one.UserName == "system-admin").Id, Closed: true));
        Assert.Equal(HttpStatusCode.Unauthorized, await client.StatusAsync("/api/v1/profile"));
        Assert.Equal("/sign-in?openid=unknown", await FollowAsync(client, "/sign-in/openid"));
    }

    [Fact]
    public async Task A_stranger_is_told_and_no_account_is_made()
    {
        await using var provider = await SmallProvider.StartAsync("somebody");
        await using var web = await StartedWeb.StartAsync(With(provider.Address));
        using var client = new SignedInClient(web.Address);
        Assert.Equal("/sign-in?openid=unknown", await FollowAsync(client, "/sign-in/openid?back=//elsewhere.example"));
        Assert.Contains("没有对应的可用账号", await TextAsync(client, "/sign-in?openid=unknown"), StringComparison.Ordinal);
        Assert.Equal(3, (await web.DoAsync(new ListPeople())).Total);
        Assert.Equal(HttpStatusCode.Unauthorized, await client.StatusAsync("/api/v1/profile"));
    }

    [Fact]
    public async Task What_another_browser_began_or_somebody_made_up_is_refused()
    {
        await using var provider = await SmallProvider.StartAsync("system-admin");
        await using var web = await StartedWeb.StartAsync(With(provider.Address));
        using var begun = new SignedInClient(web.Address);
        using var other = new SignedInClient(web.Address);
        var done = await FollowAsync(begun, "/sign-in/openid", stopAt: "/sign-in/openid/done");
        Assert.Equal("/sign-in?openid=failed", await FollowAsync(other, done));
        Assert.Equal("/sign-in?openid=failed", await FollowAsync(other, "/sign-in/openid/done?code=made-up&state=made-up"));
        Assert.Equal(HttpStatusCode.Unauthorized, await other.StatusAsync("/api/v1/profile"));
        Assert.Equal("/password", await FollowAsync(begun, done));
    }

    [Fact]
    public async Task With_the_provider_down_one_is_told_and_the_password_still_works()
    {
        await using var web = await StartedWeb.StartAsync(With(new Uri("http://127.0.0.1:1")));
        using var client = new SignedInClient(web.Address);
        Assert.Equal("/sign-in?openid=down", await FollowAsync(client, "/sign-in/openid"));
        Assert.Contains("暂时无法连接", await TextAsync(client, "/sign-in?openid=down"), StringComparison.Ordinal);
        var administrator = web.Administrators[0];
        using var answer = await client.PostFormAsync("/sign-in", new() { ["name"] = administrator.UserName, ["password"] = administrator.OneTimePassword });
        Assert.EndsWith("/password", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_button_and_no_route()
    {
        await using var web = await StartedWeb.StartAsync(ServerSettings.Default);
        using var client = new SignedInClient(web.Address);
        Assert.DoesNotContain("openid", await TextAsync(client, "/sign-in"), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, await client.StatusAsync("/sign-in/openid"));
        // Nobody but the product itself says for whom a provider vouches.
        var refused = await web.Services.GetRequiredService<Run>().Do(new SignInWithProvider("system-admin", null), Caller.Nobody(null), TestContext.Current.CancellationToken);
        Assert.Equal(ProblemKind.NotFound, refused.Problem!.Kind);
    }

    private static ServerSettings With(Uri provider) => ServerSettings.Default with { OpenId = new OpenIdProvider(provider, "lianzhang", null, "省统一认证", "preferred_username") };

    private static async Task<string> TextAsync(SignedInClient client, string path) =>
        WebUtility.HtmlDecode(await client.Http.GetStringAsync(path, TestContext.Current.CancellationToken));

    private static async Task ChangePasswordAsync(SignedInClient client, string present)
    {
        const string Next = "Provider2027x";
        using var answer = await client.PostFormAsync("/password", new() { ["present"] = present, ["next"] = Next, ["again"] = Next });
        Assert.EndsWith("/profile?changed=true", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    // From answer to answer, as a browser goes; gives where it ends within the product.
    private static async Task<string> FollowAsync(SignedInClient client, string path, string? stopAt = null)
    {
        var at = new Uri(client.Http.BaseAddress!, path);
        for (var hops = 0; hops < 5; hops++)
        {
            using var answer = await client.Http.GetAsync(at, TestContext.Current.CancellationToken);
            if (answer.Headers.Location is not { } next)
                throw new InvalidOperationException($"{at} answers {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            at = new Uri(at, next);
            var isHere = at.Authority == client.Http.BaseAddress!.Authority;
            if (isHere && (at.AbsolutePath != "/sign-in/openid/done" || at.AbsolutePath == stopAt))
                return at.PathAndQuery;
        }

        throw new InvalidOperationException($"{path} goes on and on");
    }
}
