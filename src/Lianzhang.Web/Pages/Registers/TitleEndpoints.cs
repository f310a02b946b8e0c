using Lianzhang.Core.Registers;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Registers;

/// <summary>What the pages of titles and of support post to, and their lists as Excel files.</summary>
public static class TitleEndpoints
{
    public static void MapTitlePages(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/offers/confirm", Confirm);
        routes.MapPost("/offers/decline", Decline);
        routes.MapGet("/titles.xlsx", (string? title, string? region, string? level, string? filter, string? asOf, string? search, Http way, HttpContext http) =>
            way.Workbook(new ExportTitles(LanguageEndpoint.Read(http), TitleQueryText.Read(title, region, level, filter, asOf, search)), http));
        routes.MapGet("/titles/ladder.xlsx", (string title, string? standing, string? region, Http way, HttpContext http) =>
            way.Workbook(new ExportReady(LanguageEndpoint.Read(http), title, StandingOf(standing), TitleQueryText.Given(region)), http));
        routes.MapGet("/policies.xlsx", (Http way, HttpContext http) => way.Workbook(new ExportPolicies(LanguageEndpoint.Read(http)), http));
        routes.MapGet("/policies/{code}/matches.xlsx", (string code, string? standing, string? region, Http way, HttpContext http) =>
            way.Workbook(new ExportMatches(LanguageEndpoint.Read(http), code, StandingOf(standing), TitleQueryText.Given(region)), http));
        routes.MapGet("/policies/{code}/offers.xlsx", (string code, string? state, Http way, HttpContext http) =>
            way.Workbook(new ExportOffers(LanguageEndpoint.Read(http), code, TitleQueryText.Choice<OfferState>(state)), http));
    }

    // Answered by a redirect, so that reloading the page does not post again.
    private static async Task<IResult> Confirm([FromForm] long offer, Run run, HttpContext http) => Answered(await run.Do(new ConfirmOffer(offer), Http.CallerOf(http), http.RequestAborted), "confirmed");

    private static async Task<IResult> Decline([FromForm] long offer, Run run, HttpContext http) => Answered(await run.Do(new DeclineOffer(offer), Http.CallerOf(http), http.RequestAborted), "declined");

    private static IResult Answered(Answer<Done> answer, string done) => answer.Succeeded(out _) ? Results.LocalRedirect($"/offers?done={done}")
        : answer.Problem!.Kind == ProblemKind.Conflict ? Results.LocalRedirect("/offers?done=failed") : Results.NotFound();

    private static Readiness StandingOf(string? text) => TitleQueryText.Choice<Readiness>(text) ?? Readiness.Meets;
}
