using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>The list of reviews as an Excel file.</summary>
public static class ReviewEndpoints
{
    public static void MapReviewPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reviews.xlsx", (string? form, string? region, string? search, Http way, HttpContext http) =>
            way.Workbook(new ExportReviews(LanguageEndpoint.Read(http), ReviewAddress.Read(form, region, search)), http));
    }
}
