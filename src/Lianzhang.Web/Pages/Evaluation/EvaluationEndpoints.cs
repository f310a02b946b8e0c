using Lianzhang.Platform.Evaluation;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Evaluation;

/// <summary>An evaluation as an Excel file.</summary>
public static class EvaluationEndpoints
{
    public static void MapEvaluationPages(this IEndpointRouteBuilder routes) => routes.MapGet("/evaluation.xlsx", (string? kind, string? asOf, string? region, Http way, HttpContext http) =>
        way.Workbook(new ExportEvaluation(LanguageEndpoint.Read(http), EvaluationAddress.Read(kind, asOf, region)), http));
}
