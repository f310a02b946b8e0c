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

    public static void MapReview(this IEndpointRouteBuilder api)
    {
        api.MapGet("/reviews", (string? form, string? region, string? search, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListReviews(new ReviewQuery(form, region, search), page ?? 1, pageSize ?? 50), context)).Produces<ReviewList>();
        api.MapGet("/reviews/{id:guid}", (Guid id, Http http, HttpContext context) => http.Answer(new GetReport(id), context)).Produces<ReportView>();
        api.MapPost("/reviews/accept", (Func<Http, HttpContext, Task<IResult>>)Accept).Accepts<string>("application/json").Produces<AcceptedReports>()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Accepts reports as they were looked at, all of them or none. At the last level they count from then on.");
        api.MapPost("/reviews/{id:guid}/return", (Func<Guid, Http, HttpContext, Task<IResult>>)Return).Accepts<string>("application/json").Produces<Done>()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Sends a report back to its unit, with a reason for each cell that is in doubt or one for the whole.");
    }

    private static async Task<IResult> Accept(Http http, HttpContext context)
    {
        var read = await SentDecision.ReadAccepting(context.Request.Body, context.RequestAborted);
        return read.Succeeded(out var request) ? await http.Answer(request, context) : Http.ProblemResult(read.Problem!, Http.LanguageOf(context.Request));
    }

    private static async Task<IResult> Return(Guid id, Http http, HttpContext context)
    {
        var read = await SentDecision.ReadReturning(id, context.Request.Body, context.RequestAborted);
        return read.Succeeded(out var request) ? await http.Answer(request, context) : Http.ProblemResult(read.Problem!, Http.LanguageOf(context.Request));
    }
}
