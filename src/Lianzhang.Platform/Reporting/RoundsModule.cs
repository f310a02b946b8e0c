using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Reporting;

/// <summary>Rounds: how they are opened, how they go, whom they except and of what people are reminded.</summary>
public static class RoundsModule
{
    internal static IServiceCollection AddRounds(this IServiceCollection services) => services
        .AddSingleton<RoundFigureCache>()
        .AddSingleton<KeepReporting>()
        .AddSingleton<IInterceptor, WriteReportMoves>()
        .AddScoped<StoredRoundFigures>()
        .AddScoped<FindFormUnits>()
        .AddScoped<RoundOpening>()
        .AddScoped<FindDueRounds>()
        .AddScoped<RoundBook>()
        .AddScoped<RoundUnits>()
        .AddScoped<CountReports>()
        .AddScoped<RoundExceptions>()
        .AddScoped<FindReminders>()
        .AddScoped<TellReporters>()
        .AddSlice<OpenRound, OpenedRound, OpenRoundSlice>()
        .AddSlice<OpenDueRounds, OpenedRounds, OpenDueRoundsSlice>()
        .AddSlice<ListRounds, RoundPage, ListRoundsSlice>()
        .AddSlice<GetRound, RoundView, GetRoundSlice>()
        .AddSlice<GetRoundUnit, RoundUnitView, GetRoundUnitSlice>()
        .AddSlice<ExportRound, ReportingWorkbook, ExportRoundSlice>()
        .AddSlice<ExtendReport, Done, ExtendReportSlice>()
        .AddSlice<ExemptReport, Done, ExemptReportSlice>()
        .AddSlice<ExpectReport, Done, ExpectReportSlice>()
        .AddSlice<SetMissingReason, Done, SetMissingReasonSlice>()
        .AddSlice<RemindReporters, RemindedReports, RemindReportersSlice>()
        .AddSlice<RemindUnits, RemindedUnits, RemindUnitsSlice>()
        .AddSlice<FeedOwnReports, WorkItems, FeedOwnReportsSlice>()
        .AddSlice<FeedMissingReports, WorkItems, FeedMissingReportsSlice>();

    /// <summary>Opens rounds and reminds people in the background; for a server, not for a command.</summary>
    public static IServiceCollection AddKeepingRounds(this IServiceCollection services) => services.AddHostedService<KeepReportingPeriodically>();

    internal static void MapRounds(this IEndpointRouteBuilder api)
    {
        api.MapGet("/rounds", (string? form, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListRounds(form, page ?? 1, pageSize ?? 20), context)).Produces<RoundPage>();
        api.MapGet("/rounds/{id:guid}", (Guid id, RoundFilter? filter, string? region, string? search, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new GetRound(id, new RoundQuery(filter ?? RoundFilter.All, region, search), page ?? 1, pageSize ?? 50), context)).Produces<RoundView>();
    }
}
