using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Measures;

/// <summary>The programme's tasks: who answers for each, by when, how far it is, and what shows it.</summary>
public static class MeasuresModule
{
    /// <summary>What evidence of progress belongs to.</summary>
    internal const string ReportSubject = "measure-report";

    public static IServiceCollection AddMeasures(this IServiceCollection services) => services
        .AddScoped<MeasureBook>()
        .AddScoped<DueMeasures>()
        .AddSlice<RemindMeasures, RemindedMeasures, RemindMeasuresSlice>()
        .AddSlice<FeedUnreportedMeasures, WorkItems, FeedUnreportedMeasuresSlice>()
        .AddSlice<ListMeasures, MeasureTree, ListMeasuresSlice>()
        .AddSlice<GetMeasure, MeasureDetail, GetMeasureSlice>()
        .AddSlice<FindMeasureReport, Done, FindMeasureReportSlice>()
        .AddSlice<ReportMeasureProgress, MeasureReported, ReportMeasureProgressSlice>()
        .AddSlice<FillMeasures, FilledMeasures, FillMeasuresSlice>()
        .AddSlice<ExportMeasures, MeasureWorkbook, ExportMeasuresSlice>()
        .AddAttachedTo(ReportSubject, async (run, id, caller, cancel) => Guid.TryParse(id, out var report) && (await run.Do(new FindMeasureReport(report), caller, cancel)).Problem is null);

    /// <summary>Reminds in the background; for a server, not for a command.</summary>
    public static IServiceCollection AddKeepingMeasures(this IServiceCollection services) => services.AddHostedService<KeepMeasuresPeriodically>();

    public static void MapMeasures(this IEndpointRouteBuilder api)
    {
        api.MapGet("/measures", (string? branch, Http http, HttpContext context) => http.Answer(new ListMeasures(new MeasureFilter(branch)), context)).Produces<MeasureTree>();
        api.MapGet("/measures/{code}", (string code, Http http, HttpContext context) => http.Answer(new GetMeasure(code), context)).Produces<MeasureDetail>();
    }
}
