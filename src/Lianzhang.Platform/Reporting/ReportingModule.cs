using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Reporting;

/// <summary>Forms asked of units in rounds: what they write, send and correct, and who accepts it.</summary>
public static class ReportingModule
{
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddScoped<ReportBook>()
        .AddScoped<FindReportSources>()
        .AddScoped<ViewReport>()
        .AddScoped<SubmitSteps>()
        .AddSlice<FillReports, FilledReports, FillReportsSlice>()
        .AddSlice<GetOwnReport, ReportView, GetOwnReportSlice>()
        .AddSlice<SaveDraft, SavedDraft, SaveDraftSlice>()
        .AddSlice<SubmitReport, SubmittedReport, SubmitReportSlice>()
        .AddSlice<WithdrawReport, Done, WithdrawReportSlice>()
        .AddSlice<CorrectReport, Done, CorrectReportSlice>()
        .AddEntry()
        .AddItems()
        .AddReportApi()
        .AddReview()
        .AddRounds()
        .AddWorkbooks();

    public static void MapReporting(this IEndpointRouteBuilder api)
    {
        api.MapEntry();
        api.MapItems();
        api.MapReportApi();
        api.MapReview();
        api.MapRounds();
    }
}
