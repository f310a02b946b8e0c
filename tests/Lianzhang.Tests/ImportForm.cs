using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Lianzhang.Browser.Tests;

namespace Lianzhang.Tests;

/// <summary>Imports a file as a person does: by the form of the page, its preview and its confirmation.</summary>
internal sealed partial class ImportForm : IDisposable
{
    private readonly SignedInClient officer;
    private readonly HttpClient client;

    private ImportForm(SignedInClient officer) => (this.officer, client) = (officer, officer.Http);

    public static async Task<ImportForm> OpenAsync(Uri server) => new(await SignedInClient.SignInAsync(server, "officer"));

    /// <summary>Uploads the file and gives what has to be posted to confirm it.</summary>
    public async Task<FormUrlEncodedContent> PreviewAsync(string name, string text)
    {
        var token = Find(Token(), await client.GetStringAsync("/figures/import"));
        using var form = new MultipartFormDataContent
        {
            { new StringContent("upload"), "_handler" },
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "upload", name },
        };
        using var answer = await client.PostAsync("/figures/import", form);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
        return new FormUrlEncodedContent([new("draft", Find(Draft(), page)), new("__RequestVerificationToken", Find(Token(), page))]);
    }

    /// <summary>Whether the server acknowledged the import, which it cannot when it is killed before.</summary>
    public async Task<bool> ConfirmAsync(FormUrlEncodedContent confirmation)
    {
        try
        {
            using var answer = await client.PostAsync("/figures/import/confirm", confirmation);
            Assert.Contains("added=", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => officer.Dispose();

    private static string Find(Regex pattern, string page) => pattern.Match(page) is { Success: true } found ? found.Groups["value"].Value : throw new InvalidDataException($"no {pattern} in {page}");

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"draft\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Draft();
}
