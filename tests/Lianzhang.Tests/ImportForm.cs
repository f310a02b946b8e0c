using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Lianzhang.Tests;

/// <summary>Imports a file as a person does: by the form of the page, its preview and its confirmation.</summary>
internal sealed partial class ImportForm : IDisposable
{
    private readonly HttpClient client;

    public ImportForm(Uri server) => client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server };

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

    public void Dispose() => client.Dispose();

    private static string Find(Regex pattern, string page) => pattern.Match(page) is { Success: true } found ? found.Groups["value"].Value : throw new InvalidDataException($"no {pattern} in {page}");

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("name=\"draft\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Draft();
}
