using Lianzhang.Platform.Measures;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Measures;

/// <summary>The list of measures as an Excel file.</summary>
public static class MeasureEndpoints
{
    public static void MapMeasurePages(this IEndpointRouteBuilder routes) => routes.MapGet("/measures.xlsx", (string? branch, string? colour, string? own, Http way, HttpContext http) =>
        way.Workbook(new ExportMeasures(LanguageEndpoint.Read(http), MeasureAddress.Filter(branch, colour, own)), http));
}
