using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Appeals;

/// <summary>The lists of appeals as Excel files.</summary>
public static class AppealEndpoints
{
    public static void MapAppealPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/appeals.xlsx", (Http way, HttpContext http) => way.Workbook(new ExportOwnAppeals(LanguageEndpoint.Read(http)), http));
        routes.MapGet("/appeals/desk.xlsx", (string? filter, string? kind, Http way, HttpContext http) =>
            way.Workbook(new ExportAppeals(LanguageEndpoint.Read(http), FilterOf(filter), string.IsNullOrEmpty(kind) ? null : kind), http));
    }

    private static AppealFilter FilterOf(string? text) => Enum.TryParse<AppealFilter>(text, out var filter) && Enum.IsDefined(filter) ? filter : AppealFilter.Open;
}
