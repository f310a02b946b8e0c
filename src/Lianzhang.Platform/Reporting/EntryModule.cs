using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Reporting;

/// <summary>Filling in: the reports of one's own unit, and what puts figures into them.</summary>
internal static class EntryModule
{
    public static IServiceCollection AddEntry(this IServiceCollection services) => services
        .AddScoped<FindOwnReports>()
        .AddSlice<ListOwnReports, OwnReports, ListOwnReportsSlice>()
        .AddSlice<ExportOwnReports, ReportingWorkbook, ExportOwnReportsSlice>()
        .AddSlice<FillDraft, FilledDraft, FillDraftSlice>();

    public static void MapEntry(this IEndpointRouteBuilder api) =>
        api.MapGet("/reports", (int? page, int? pageSize, Http http, HttpContext context) => http.Answer(new ListOwnReports(page ?? 1, pageSize ?? 50), context)).Produces<OwnReports>();
}
