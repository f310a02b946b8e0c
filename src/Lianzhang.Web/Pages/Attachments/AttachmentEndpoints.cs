using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Attachments;

/// <summary>Files that people handed in, to save and never to show.</summary>
public static class AttachmentEndpoints
{
    public static void MapAttachmentFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/attachments/{id:guid}", Send);

    private static async Task<IResult> Send(Guid id, Run run, HttpContext http)
    {
        var answer = await run.Do(new GetAttachment(id), Http.CallerOf(http), http.RequestAborted);
        if (!answer.Succeeded(out var file))
            return Results.NotFound();
        SecurityHeaders.ShutIn(http);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(file.Content, FileKinds.ContentType(file.Kind), file.Name);
    }
}
