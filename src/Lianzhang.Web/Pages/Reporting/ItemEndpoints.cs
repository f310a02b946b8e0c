using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>The register of items and what reporting costs as Excel files.</summary>
public static class ItemEndpoints
{
    public static void MapItemPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/items.xlsx", (string? search, string? owner, string? kind, string? by, Http way, HttpContext http) =>
            way.Workbook(new ExportItems(LanguageEndpoint.Read(http), ItemQueryText.Read(search, owner, kind, by)), http));
        routes.MapGet("/burden.xlsx", (Http way, HttpContext http) => way.Workbook(new ExportBurden(LanguageEndpoint.Read(http)), http));
    }
}
