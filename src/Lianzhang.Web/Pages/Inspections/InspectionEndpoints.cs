using Lianzhang.Core.Inspections;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Inspections;

/// <summary>The list of inspections as an Excel file.</summary>
public static class InspectionEndpoints
{
    public static void MapInspectionPages(this IEndpointRouteBuilder routes) => routes.MapGet("/inspections.xlsx", (string? state, Http way, HttpContext http) =>
        way.Workbook(new ExportInspections(LanguageEndpoint.Read(http), Enum.TryParse<InspectionState>(state, out var chosen) && Enum.IsDefined(chosen) ? chosen : InspectionState.Planned), http));
}
