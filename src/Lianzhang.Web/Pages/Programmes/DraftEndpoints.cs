using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Programmes;

/// <summary>What the pages of changed programmes post to, with their lists and files.</summary>
public static class DraftEndpoints
{
    public static void MapDraftPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/programme/drafts/publish", Publish);
        routes.MapPost("/programme/drafts/drop", Drop);
        routes.MapGet("/programme/drafts/{draft:guid}.xlsx", (Guid draft, Http way, HttpContext http) => way.Workbook(new ExportDefinitionPreview(LanguageEndpoint.Read(http), draft), http));
        routes.MapGet("/programme/files.zip", Files);
    }

    private static async Task<IResult> Files(Run run, HttpContext http) =>
        (await run.Do(new PackProgrammeFiles(), Http.CallerOf(http), http.RequestAborted)).Succeeded(out var archive) ? Results.File(archive.Content, "application/zip", archive.FileName) : Results.NotFound();

    // Answered by a redirect, so that reloading the page does not post again.
    private static async Task<IResult> Publish([FromForm] Guid draft, Run run, HttpContext http)
    {
        var answer = await run.Do(new PublishDraft(draft), Http.CallerOf(http), http.RequestAborted);
        if (answer.Succeeded(out _))
            return Results.LocalRedirect("/programme?view=versions");
        return answer.Problem!.Kind == ProblemKind.Conflict ? Results.LocalRedirect($"/programme/drafts/{draft}") : Results.NotFound();
    }

    private static async Task<IResult> Drop([FromForm] Guid draft, Run run, HttpContext http) =>
        (await run.Do(new DropDraft(draft), Http.CallerOf(http), http.RequestAborted)).Succeeded(out _) ? Results.LocalRedirect("/programme/drafts") : Results.NotFound();
}
