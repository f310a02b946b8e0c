using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Supervision;

/// <summary>The list of orders as an Excel file.</summary>
public static class OrderEndpoints
{
    public static void MapOrderPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/supervision.xlsx", (string? shelf, string? level, string? search, Http way, HttpContext http) =>
            way.Workbook(new ExportOrders(LanguageEndpoint.Read(http), OrderAddress.Shelf(shelf), level, Search: search), http));
    }
}
