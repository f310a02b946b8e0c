using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Reporting;

/// <summary>What reviewers decide.</summary>
public static class ReviewModule
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddScoped<ReviewSteps>()
        .AddScoped<ReviewQueue>()
        .AddScoped<ReviewRows>()
        .AddScoped<ReportFillers>()
        .AddSlice<GetReport, ReportView, GetReportSlice>()
        .AddSlice<ListReviews, ReviewList, ListReviewsSlice>()
        .AddSlice<FindNextReview, NextReview, FindNextReviewSlice>()
        .AddSlice<ExportReviews, ReportingWorkbook, ExportReviewsSlice>()
        .AddSlice<FeedReviews, WorkItems, FeedReviewsSlice>()
        .AddSlice<AcceptReports, AcceptedReports, AcceptReportsSlice>()
        .AddSlice<ReturnReport, Done, ReturnReportSlice>();

    public static void MapReview(this IEndpointRouteBuilder api) =>
        api.MapGet("/reviews", (string? form, string? region, string? search, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListReviews(new ReviewQuery(form, region, search), page ?? 1, pageSize ?? 50), context)).Produces<ReviewList>();
}
