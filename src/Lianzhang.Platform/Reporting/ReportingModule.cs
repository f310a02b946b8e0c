using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Reporting;

/// <summary>Forms asked of units in rounds: what they write, send and correct, and who accepts it.</summary>
public static class ReportingModule
{
    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddScoped<FindFormUnits>()
        .AddScoped<ReportBook>()
        .AddScoped<ViewReport>()
        .AddScoped<ReviewSteps>()
        .AddSlice<OpenRound, OpenedRound, OpenRoundSlice>()
        .AddSlice<GetOwnReport, ReportView, GetOwnReportSlice>()
        .AddSlice<GetReport, ReportView, GetReportSlice>()
        .AddSlice<SaveDraft, SavedDraft, SaveDraftSlice>()
        .AddSlice<SubmitReport, SubmittedReport, SubmitReportSlice>()
        .AddSlice<WithdrawReport, Done, WithdrawReportSlice>()
        .AddSlice<CorrectReport, Done, CorrectReportSlice>()
        .AddSlice<AcceptReports, AcceptedReports, AcceptReportsSlice>()
        .AddSlice<ReturnReport, Done, ReturnReportSlice>()
        .AddEntry();

    public static void MapReporting(this IEndpointRouteBuilder api)
    {
        api.MapEntry();
    }
}
