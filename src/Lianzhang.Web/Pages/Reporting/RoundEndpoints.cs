using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>The lists of rounds as Excel files.</summary>
public static class RoundEndpoints
{
    public static void MapRoundPages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/rounds/{id:guid}.xlsx", (Guid id, string? filter, string? region, string? search, Http way, HttpContext http) =>
            way.Workbook(new ExportRound(LanguageEndpoint.Read(http), id, RoundQueryText.Read(filter, region, search)), http));
}
