using System.Text;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Pages.Identity;

/// <summary>A sheet of people as it was uploaded, and as it comes back to be confirmed: the page carries it, nothing of it is kept.</summary>
internal static class PeopleUpload
{
    private const int MostBytes = 1_000_000;
    private const int MostLetters = 2_000_000;

    // The sheet of the template, beside which stand the roles and organisations to choose from.
    private static readonly Text Sheet = ("人员", "People");

    public static async Task<Outcome<SourceFile>> Read(HttpContext http)
    {
        if (http.Request.Form.Files.GetFile("upload") is not { Length: > 0 } file)
            return Failed("upload", ("请选择文件，且文件不能为空。", "Choose a file that is not empty."));
        await using var content = file.OpenReadStream();
        var read = await ReadTable.Of(Path.GetFileName(file.FileName), content, MostBytes, Sheet, http.RequestAborted);
        return read.Value?.Text.Length > MostLetters ? ReadText.TooLarge(file.FileName, MostBytes) : read;
    }

    /// <summary>What a page that shows a preview carries in its form.</summary>
    public static string Carried(SourceFile file) => Convert.ToBase64String(Encoding.UTF8.GetBytes(file.Text));

    /// <summary>Whether a request answers the form of this name.</summary>
    public static bool IsAnswer(HttpContext http, string form) => http.Request.HasFormContentType && http.Request.Form["_handler"] == form;

    public static Outcome<SourceFile> Carried(HttpContext http)
    {
        var text = http.Request.Form["content"].ToString();
        var bytes = new byte[text.Length];
        return text.Length is > 0 and < MostLetters * 4 && Convert.TryFromBase64String(text, bytes, out var count)
            ? Outcome<SourceFile>.Of(new SourceFile(Path.GetFileName(http.Request.Form["name"].ToString()), Encoding.UTF8.GetString(bytes, 0, count)))
            : Failed("content", ("请重新选择文件。", "Choose the file again."));
    }

    private static Outcome<SourceFile> Failed(string at, Text message) => Outcome<SourceFile>.Failed(new Fault(new Location(at), message));
}
