using Lianzhang.Core.Values;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Pages.Attachments;

/// <summary>The files that came with a form and wait to be used.</summary>
/// <param name="Files">Those that were kept, now or when the form was posted before.</param>
/// <param name="Fault">Why one was not.</param>
public sealed record HandedIn(IReadOnlyList<AttachmentView> Files, Text? Fault = null)
{
    public static HandedIn Nothing { get; } = new([]);

    public IReadOnlyList<Guid> Ids => [.. Files.Select(file => file.Id)];
}

/// <summary>Reads the files of a form's <see cref="AttachmentField"/>.</summary>
public sealed class AttachedFiles(ReceiveFiles receive, Run run)
{
    /// <summary>What the server takes in one request, less what the rest of a form may have.</summary>
    public const int MostAtOnce = 28_000_000;

    public static string KeptName(string field) => $"{field}-kept";

    public async Task<HandedIn> Read(HttpContext http, string field = "files")
    {
        var (form, caller, cancel) = (http.Request.Form, Http.CallerOf(http), http.RequestAborted);
        var kept = form[KeptName(field)].Select(id => Guid.TryParse(id, out var read) ? read : Guid.Empty).ToList();
        var files = (await run.Do(new ListWaitingFiles(kept), caller, cancel)).Value?.All.ToList() ?? [];
        // A field that was left empty comes as a file without a name.
        foreach (var file in form.Files.GetFiles(field).Where(file => file.FileName.Length > 0))
        {
            if (files.Count == AttachmentLimits.Most)
                return new HandedIn(files, ($"附件最多 {AttachmentLimits.Most} 个，“{file.FileName}”没有保存。", $"There can be at most {AttachmentLimits.Most} files; '{file.FileName}' was not kept."));
            await using var content = file.OpenReadStream();
            var answer = await receive.Take(file.FileName, content, caller, cancel);
            if (!answer.Succeeded(out var taken))
                return new HandedIn(files, answer.Problem!.Detail);
            files.Add(taken);
        }

        return new HandedIn(files);
    }
}
