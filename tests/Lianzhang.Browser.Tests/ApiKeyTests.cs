using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lianzhang.Browser.Tests;

/// <summary>Machines with a key against the running server.</summary>
public abstract partial class ApiKeyTests(Server server)
{
    private const string Figures = "item,region,period,value,unit,source\n";

    [Fact]
    public async Task A_key_opens_the_api_for_what_it_may_do_without_a_cookie_and_no_page()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var officer = await SignedInClient.SignInAsync(server.Address, "officer");
        using var machine = await MachineAsync(officer, "figures.import");
        Assert.Equal(HttpStatusCode.NotFound, (await machine.GetAsync("/api/v1/people", cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await machine.GetAsync("/api/v1/profile", cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await machine.GetAsync("/figures", cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await machine.GetAsync("/figures.xlsx", cancel)).StatusCode);

        foreach (var expected in new[] { (1, 0), (0, 1) })
        {
            using var answer = await machine.PostAsync("/api/v1/figures/import", new StringContent($"{Figures}innovation_platforms,371700,1999,7,家,密钥试验\n", Encoding.UTF8, "text/csv"), cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var result = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
            Assert.Equal(expected, (result.RootElement.GetProperty("added").GetInt32(), result.RootElement.GetProperty("same").GetInt32()));
        }

        using var form = new MultipartFormDataContent { { new StringContent(Figures), "file", "empty.csv" } };
        Assert.Equal(HttpStatusCode.OK, (await machine.PostAsync("/api/v1/figures/import", form, cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await machine.PostAsync("/api/v1/figures/import", new StringContent("a,b\n", Encoding.UTF8, "text/csv"), cancel)).StatusCode);

        using var reader = await MachineAsync(officer, "figures.read");
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/api/v1/figures", cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync("/api/v1/figures/import", new StringContent(Figures, Encoding.UTF8, "text/csv"), cancel)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_even_beside_a_cookie_and_a_cookie_alone_needs_the_token_of_a_form()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var officer = await SignedInClient.SignInAsync(server.Address, "officer");
        using var bare = await officer.Http.PostAsync("/api/v1/figures/import", new StringContent(Figures, Encoding.UTF8, "text/csv"), cancel);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        officer.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "lz_wrong");
        using var wrong = await officer.Http.GetAsync("/api/v1/figures", cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal("application/problem+json", wrong.Content.Headers.ContentType!.MediaType);
    }

    // By the form of the page, as a person makes a key.
    private async Task<HttpClient> MachineAsync(SignedInClient officer, string permission)
    {
        var page = await officer.Http.GetStringAsync("/profile", TestContext.Current.CancellationToken);
        var token = Token().Match(page).Groups["value"].Value;
        var role = Role().Match(page).Groups["value"].Value;
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "api-key",
            ["__RequestVerificationToken"] = token,
            ["key-name"] = "试验",
            ["key-role"] = role,
            ["key-permissions"] = permission,
            ["key-day"] = $"{TimeProvider.System.GetLocalNow().AddDays(3):yyyy-MM-dd}",
        });
        using var answer = await officer.Http.PostAsync("/profile", fields, TestContext.Current.CancellationToken);
        var secret = Secret().Match(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Value;
        Assert.NotEmpty(secret);
        var machine = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };
        machine.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return machine;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"key-role\"[^>]*>\\s*<option value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Role();

    [GeneratedRegex("lz_[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex Secret();
}

/// <summary>Keys on the embedded store.</summary>
public sealed class ApiKeyOnSqliteTests(DemoServer demo) : ApiKeyTests(demo.Server);

/// <summary>Keys on PostgreSQL.</summary>
public sealed class ApiKeyOnPostgresTests(PostgresDemoServer demo) : ApiKeyTests(demo.Server);
