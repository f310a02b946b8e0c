using System.Text;
using Lianzhang.Platform.Assessment;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Assessment;

/// <summary>Assessments as Excel files, and as the sealed text that anybody can verify.</summary>
public static class AssessmentEndpoints
{
    public static void MapAssessmentPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assessment/{id:guid}.xlsx", (Guid id, Http way, HttpContext http) => way.Workbook(new ExportAssessment(id, LanguageEndpoint.Read(http)), http));
        routes.MapGet("/assessment/{id:guid}/compare/{other:guid}.xlsx", (Guid id, Guid other, Http way, HttpContext http) => way.Workbook(new ExportComparedRuns(id, other, LanguageEndpoint.Read(http)), http));
        routes.MapGet("/assessment/{id:guid}/sealed.json", async (Guid id, Run run, HttpContext http) =>
            (await run.Do(new GetSealedAssessment(id), Http.CallerOf(http), http.RequestAborted)).Value is { } text
                ? Results.File(Encoding.UTF8.GetBytes(text.Content), "application/json", text.FileName)
                : Results.NotFound());
    }
}
