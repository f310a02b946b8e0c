using System.Net;
using System.Text.RegularExpressions;
using Lianzhang.Platform.Identity;

namespace Lianzhang.Browser.Tests;

/// <summary>A program that speaks to the server over HTTP with the cookies of an account.</summary>
public sealed partial class SignedInClient : IDisposable
{
    private readonly HttpClient http;

    public SignedInClient(Uri address)
    {
        Cookies = new CookieContainer();
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; }

    public HttpClient Http => http;

    public static async Task<SignedInClient> SignInAsync(Uri address, string account)
    {
        var client = new SignedInClient(address);
        var answer = await client.PostFormAsync("/sign-in", new() { ["name"] = account, ["password"] = PrepareDemo.Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Posts the first form of a page with its own hidden fields and these.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string path, Dictionary<string, string> fields)
    {
        var page = await http.GetStringAsync(path, TestContext.Current.CancellationToken);
        foreach (Match hidden in HiddenPattern().Matches(page[..page.IndexOf("</form>", page.IndexOf("class=\"form\"", StringComparison.Ordinal), StringComparison.Ordinal)]))
            fields.TryAdd(hidden.Groups["name"].Value, WebUtility.HtmlDecode(hidden.Groups["value"].Value));
        using var content = new FormUrlEncodedContent(fields);
        return await http.PostAsync(path, content, TestContext.Current.CancellationToken);
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenPattern();
}
