using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>Reports as files, at the addresses that their pages link to.</summary>
public static class ReportFileEndpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapReportFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reports/{id:guid}/template.xlsx", (Guid id, Http way, HttpContext http) => way.Workbook(new ExportReportTemplate(id), http));
        routes.MapGet("/reports/{id:guid}/marked.xlsx", (Guid id, Http way, HttpContext http) => way.Workbook(new ExportMarkedReport(id), http));
        routes.MapGet("/reports/{id:guid}/form.docx", (Guid id, Run run, HttpContext http) => Document(new ExportReportForm(id), run, http));
        routes.MapGet("/reviews/{id:guid}/form.docx", (Guid id, Run run, HttpContext http) => Document(new ExportReviewedForm(id), run, http));
        routes.MapGet("/reports/{id:guid}/scans/{scan:guid}", Scan);
        routes.MapGet("/rounds/{id:guid}/units.xlsx", (Guid id, Http way, HttpContext http) => way.Workbook(new ExportRoundUnits(id), http));
        routes.MapGet("/rounds/{id:guid}/templates.zip", Templates);
    }

    private static async Task<IResult> Document(IRequest<ReportDocument> request, Run run, HttpContext http)
    {
        var answer = await run.Do(request, Http.CallerOf(http), http.RequestAborted);
        return answer.Succeeded(out var document) ? Results.File(document.Content, Word, document.FileName) : Results.NotFound();
    }

    // Whoever reviews sees it by another right than the unit.
    private static async Task<IResult> Scan(Guid id, Guid scan, Run run, HttpContext http)
    {
        var caller = Http.CallerOf(http);
        var answer = await run.Do(new GetOwnScan(id, scan), caller, http.RequestAborted);
        if (answer.Value is null)
            answer = await run.Do(new GetScan(id, scan), caller, http.RequestAborted);
        if (!answer.Succeeded(out var file))
            return Results.NotFound();
        // What somebody uploaded is never shown as a page of the product.
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(file.Content, file.ContentType, file.FileName);
    }

    // Written as it is made: nobody knows beforehand how long it is.
    private static async Task<IResult> Templates(Guid id, Run run, StreamRoundTemplates templates, HttpContext http)
    {
        var caller = Http.CallerOf(http);
        var answer = await run.Do(new ListUnsentReports(id), caller, http.RequestAborted);
        if (!answer.Succeeded(out var reports))
            return Results.NotFound();
        // The archive ends each of its files with some bytes that it only writes at once.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body)
            body.AllowSynchronousIO = true;
        return Results.Stream(stream => templates.Write(reports, stream, caller, http.RequestAborted), "application/zip", $"{reports.Title}.zip");
    }
}
