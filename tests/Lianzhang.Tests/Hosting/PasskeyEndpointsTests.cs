using System.Net;
using System.Text.Json;
using Lianzhang.Browser.Tests;
using Lianzhang.Hosting;

namespace Lianzhang.Tests.Hosting;

/// <summary>What a browser is asked for when it signs in with a passkey, and how that is kept; the ceremonies themselves are tested in the browser and on the slices.</summary>
public sealed class PasskeyEndpointsTests
{
    [Fact]
    public async Task The_owner_must_be_verified_for_the_domain_of_the_settings_or_else_the_host()
    {
        await using var host = await StartedWeb.StartAsync(ServerSettings.Default);
        Assert.Equal(("127.0.0.1", "required"), await AskedAsync(host));
        await using var domain = await StartedWeb.StartAsync(ServerSettings.Default with { SignIn = ServerSettings.Default.SignIn with { PasskeyDomain = "lianzhang.example" } });
        Assert.Equal(("lianzhang.example", "required"), await AskedAsync(domain));
    }

    [Fact]
    public async Task What_was_asked_lies_in_a_cookie_that_no_script_reads_and_is_taken_out_once()
    {
        await using var web = await StartedWeb.StartAsync(ServerSettings.Default);
        using var client = new SignedInClient(web.Address);
        using var begun = await PostAsync(client, "/sign-in/passkey/options");
        var kept = Assert.Single(begun.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("passkey-signing-in=", StringComparison.Ordinal));
        foreach (var part in new[] { "httponly", "samesite=strict", "max-age=300" })
            Assert.Contains(part, kept, StringComparison.OrdinalIgnoreCase);
        using var challenge = JsonDocument.Parse(await begun.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(challenge.RootElement.GetProperty("challenge").GetString()!, kept, StringComparison.Ordinal);

        using var refused = await PostAsync(client, "/sign-in/passkey", ("credential", "{}"), ("back", "//elsewhere.example"));
        Assert.Equal("/sign-in?passkey=refused&back=%2Fworkbench", refused.Headers.Location!.OriginalString);
        Assert.DoesNotContain(client.Cookies.GetCookies(web.Address), cookie => cookie.Name == "passkey-signing-in");
        Assert.Equal(" passkey", (await web.SignInsAsync())[0].Request);
    }

    [Fact]
    public async Task Attempts_are_limited_as_those_with_a_password_are()
    {
        await using var web = await StartedWeb.StartAsync(ServerSettings.Default with { SignIn = ServerSettings.Default.SignIn with { AttemptsPerMinute = 5 } });
        using var client = new SignedInClient(web.Address);
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 7; attempt++)
        {
            using var answer = await PostAsync(client, "/sign-in/passkey/options");
            statuses.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.OK, statuses);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    private static async Task<(string? Domain, string? Verification)> AskedAsync(StartedWeb web)
    {
        using var client = new SignedInClient(web.Address);
        using var answer = await PostAsync(client, "/sign-in/passkey/options");
        using var asked = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (asked.RootElement.GetProperty("rpId").GetString(), asked.RootElement.GetProperty("userVerification").GetString());
    }

    // With the token of the sign-in page, as its script does.
    private static async Task<HttpResponseMessage> PostAsync(SignedInClient client, string path, params (string Name, string Value)[] fields)
    {
        const string Field = "name=\"__RequestVerificationToken\" value=\"";
        var page = await client.Http.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        var start = page.IndexOf(Field, StringComparison.Ordinal) + Field.Length;
        var token = page[start..page.IndexOf('"', start)];
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        return await client.Http.PostAsync(path, content, TestContext.Current.CancellationToken);
    }
}
