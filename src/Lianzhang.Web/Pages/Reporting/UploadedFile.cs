using Lianzhang.Core.Values;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>A file that was uploaded with a form.</summary>
internal sealed record UploadedFile(string Name, byte[] Content)
{
    /// <summary>The file of a field; null where there is none, or it is empty or larger than what is taken.</summary>
    public static async Task<UploadedFile?> Read(HttpContext http, string field, int most)
    {
        if (http.Request.Form.Files.GetFile(field) is not { Length: > 0 } file || file.Length > most)
            return null;
        await using var stream = file.OpenReadStream();
        var content = new byte[file.Length];
        await stream.ReadExactlyAsync(content, http.RequestAborted);
        return new UploadedFile(Path.GetFileName(file.FileName), content);
    }

    public static Text Wrong(int most) => ($"请选择文件；文件不能为空，不超过 {most / 1_000_000} MB。", $"Choose a file that is not empty and has at most {most / 1_000_000} MB.");
}
