using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lianzhang.Browser.Tests;
using Lianzhang.Hosting;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Tests.Attachments;

namespace Lianzhang.Tests.Hosting;

/// <summary>Files are handed in and saved over HTTP, as a browser does and as somebody does who means harm.</summary>
public sealed partial class AttachmentsOverHttpTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_means_harm_is_refused_and_leaves_nothing()
    {
        await using var web = await StartAsync();
        using var leader = await SignedInClient.SignInAsync(web.Address, "leader");
        var token = await TokenAsync(leader);
        foreach (var (name, content) in Samples.Hostile.Select(row => row.Data))
        {
            using var answer = await PostAsync(leader, token, name, new ByteArrayContent(content));
            Assert.Equal((name, HttpStatusCode.UnprocessableEntity), (name, answer.StatusCode));
        }

        // Nothing lies in the folder, and what lies in it has no address.
        Assert.DoesNotContain(Files(web), path => Path.GetFileName(path).Length == 64);
        using var foreign = await PostAsync(leader, string.Empty, "a.pdf", new ByteArrayContent(Samples.Pdf));
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        using var nobody = new SignedInClient(web.Address);
        using var unknown = await PostAsync(nobody, token, "a.pdf", new ByteArrayContent(Samples.Pdf));
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
    }

    [Fact]
    public async Task A_file_is_sent_to_be_saved_and_never_to_be_shown()
    {
        await using var web = await StartAsync();
        using var leader = await SignedInClient.SignInAsync(web.Address, "leader");
        var token = await TokenAsync(leader);
        foreach (var (name, content) in Samples.Sound.Select(row => row.Data))
        {
            using var kept = await PostAsync(leader, token, $"{Samples.Up}{Samples.Up}{name}", new ByteArrayContent(content));
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            using var json = JsonDocument.Parse(await kept.Content.ReadAsStringAsync(Cancel));
            var address = $"/attachments/{json.RootElement.GetProperty("id").GetString()}";
            using var file = await leader.Http.GetAsync(address, Cancel);
            Assert.Equal(content, await file.Content.ReadAsByteArrayAsync(Cancel));
            Assert.Equal(("attachment", name), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar));
            Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.StartsWith("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal(FileKinds.ContentType(FileKinds.ByName(name)!.Value), $"{file.Content.Headers.ContentType}");
            Assert.True(file.Headers.CacheControl!.NoStore);

            using var officer = await SignedInClient.SignInAsync(web.Address, "officer");
            Assert.Equal(HttpStatusCode.NotFound, await officer.StatusAsync(address));
        }

        using var nobody = new SignedInClient(web.Address);
        Assert.Equal(HttpStatusCode.Redirect, await nobody.StatusAsync($"/attachments/{Guid.Empty}"));
        Assert.Equal(HttpStatusCode.NotFound, await leader.StatusAsync($"/attachments/{Guid.Empty}"));
    }

    [Fact]
    public async Task Two_gigabytes_are_cut_off_whether_they_are_told_beforehand_or_not()
    {
        await using var web = await StartAsync();
        using var leader = await SignedInClient.SignInAsync(web.Address, "leader");
        var token = await TokenAsync(leader);
        foreach (var length in new long?[] { null, 2_000_000_000 })
        {
            var huge = new EndlessStream(2_000_000_000);
            var content = new StreamContent(huge);
            content.Headers.ContentLength = length;
            Assert.Contains(await StatusAsync(leader, token, content), new HttpStatusCode?[] { HttpStatusCode.RequestEntityTooLarge, null });
            // What lies in buffers on the way is more than what was taken.
            Assert.InRange(huge.BytesRead, 0, 200_000_000);
        }

        Assert.DoesNotContain(Files(web), path => new FileInfo(path).Length > 0);
    }

    [Fact]
    public async Task A_form_with_too_much_says_so()
    {
        await using var web = await StartAsync();
        using var leader = await SignedInClient.SignInAsync(web.Address, "leader");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[31_000_000]), "files", "大.pdf" } };
        try
        {
            using var answer = await leader.Http.PostAsync("/complaint", form, Cancel);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("提交的内容过大", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            // The server hung up before all was sent.
        }
    }

    // Null where the server hung up before all was sent.
    private static async Task<HttpStatusCode?> StatusAsync(SignedInClient client, string token, HttpContent content)
    {
        try
        {
            using var answer = await PostAsync(client, token, "大.pdf", content);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<StartedWeb> StartAsync()
    {
        var web = await StartedWeb.StartAsync(ServerSettings.Default);
        Assert.Null(await BundledProgramme.Publish(web.Services, Cancel));
        await web.DoAsync(new PrepareDemo());
        return web;
    }

    private static IEnumerable<string> Files(StartedWeb web) => Directory.Exists(web.Files) ? Directory.EnumerateFiles(web.Files, "*", SearchOption.AllDirectories) : [];

    private static async Task<string> TokenAsync(SignedInClient client) => Token().Match(await client.Http.GetStringAsync("/complaint", Cancel)).Groups["token"].Value;

    private static async Task<HttpResponseMessage> PostAsync(SignedInClient client, string token, string name, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/attachments?name={Uri.EscapeDataString(name)}") { Content = content };
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (token.Length > 0)
            request.Headers.Add("RequestVerificationToken", token);
        return await client.Http.SendAsync(request, Cancel);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
