using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Reporting;

/// <summary>Reports from enterprises' own systems.</summary>
internal static class ReportApiModule
{
    public static IServiceCollection AddReportApi(this IServiceCollection services) => services
        .AddScoped<FindUnitReport>()
        .AddSlice<SendReport, SubmittedReport, SendReportSlice>()
        .AddSlice<FindOwnReport, ReportSheetView, FindOwnReportSlice>();

    public static void MapReportApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/reports/{form}/{period}", (string form, string period, string? unit, Http http, HttpContext context) =>
            Period.TryParse(period, out var of) ? http.Answer(new FindOwnReport(form, of, unit), context) : Task.FromResult(NoPeriod(period, context))).Produces<ReportSheetView>()
            .WithSummary("The report of one's own unit for a form and a period, with the keys of its cells.");
        api.MapPost("/reports/{form}/{period}", (Func<string, string, string?, Http, HttpContext, Task<IResult>>)Send).Accepts<SentReport>("application/json").Produces<SubmittedReport>()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Sends the report of one's own unit, whole or not at all. The header Idempotency-Key names it: sent again, it is done once.");
    }

    private static async Task<IResult> Send(
        string form,
        string period,
        [Required, Description("One for each report; sent again with the same content it is answered the same and done once."), FromHeader(Name = "Idempotency-Key")] string? key,
        Http http,
        HttpContext context)
    {
        if (!Period.TryParse(period, out var of))
            return NoPeriod(period, context);
        var read = await SentReport.Read(context.Request.Body, context.RequestAborted);
        return read.Succeeded(out var sent)
            ? await http.Answer(new SendReport(form, of, sent.Unit, sent.Cells, sent.Explanations, key ?? string.Empty), context)
            : Http.ProblemResult(read.Problem!, Http.LanguageOf(context.Request));
    }

    private static IResult NoPeriod(string text, HttpContext context) =>
        Http.ProblemResult(Problem.Invalid(($"无法识别时期“{text}”（如 2026-05、2026-Q1、2026）。", $"'{text}' is not a period such as 2026-05, 2026-Q1 or 2026.")), Http.LanguageOf(context.Request));
}
