using System.Globalization;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Design;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages;

/// <summary>What pages link or post to and that is no page itself.</summary>
public static class PageEndpoints
{
    public static void MapPageEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ApprovedMap.Path, Outlines);
        routes.MapPost("/figures/import/confirm", ConfirmImport);
        routes.MapPost("/enterprises/import/confirm", ConfirmEnterprises);
        routes.MapPost("/enterprises/import/cancel", CancelEnterprises);
        routes.MapPost("/people/withdraw", WithdrawRole);
        routes.MapGet("/notices/{id:guid}", OpenNotice);
        routes.MapPost("/notices/read", MarkNoticesRead).WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapPost("/profile/deputies/end", EndDeputy);
        routes.MapPost("/people/deputies/end", EndDeputyFor);
        routes.MapPost("/profile/api-keys/revoke", RevokeOwnKey);
        routes.MapPost("/api-keys/revoke", RevokeKey);
        routes.MapPost("/sign-out", SignOut);
    }

    private static IResult Outlines(string? v, ApprovedMap map, HttpContext http)
    {
        if (map.Features.Count == 0)
            return Results.NotFound();
        // The address changes with the map; without that part of it, the map behind the address may change.
        http.Response.Headers.CacheControl = v is null ? "no-cache" : "public, max-age=31536000, immutable";
        return Results.Bytes(map.GeoJson, "application/geo+json");
    }

    private static async Task<IResult> OpenNotice(Guid id, Run run, HttpContext http)
    {
        var opened = await run.Do(new OpenNotice(id), Http.CallerOf(http), http.RequestAborted);
        return opened.Succeeded(out var place) ? Results.LocalRedirect(LocalAddress.Or(place.Href, "/notices")) : Results.NotFound();
    }

    private static async Task<IResult> MarkNoticesRead(Run run, HttpContext http)
    {
        await run.Do(new MarkNoticesRead(), Http.CallerOf(http), http.RequestAborted);
        return Results.LocalRedirect("/notices");
    }

    private static async Task<IResult> WithdrawRole([FromForm] Guid membership, [FromForm] string? back, Run run, HttpContext http)
    {
        var answer = await run.Do(new WithdrawRole(membership), Http.CallerOf(http), http.RequestAborted);
        return answer.Succeeded(out _) ? Results.LocalRedirect(LocalAddress.Or(back, "/people")) : Results.NotFound();
    }

    private static async Task<IResult> EndDeputy([FromForm] Guid deputyship, Run run, HttpContext http)
    {
        var answer = await run.Do(new EndDeputy(deputyship), Http.CallerOf(http), http.RequestAborted);
        return answer.Succeeded(out _) ? Results.LocalRedirect("/profile?changed=deputy-ended") : Results.NotFound();
    }

    private static async Task<IResult> EndDeputyFor([FromForm] Guid deputyship, [FromForm] Guid person, Run run, HttpContext http)
    {
        var answer = await run.Do(new EndDeputyFor(deputyship), Http.CallerOf(http), http.RequestAborted);
        return answer.Succeeded(out _) ? Results.LocalRedirect($"/people/{person}") : Results.NotFound();
    }

    private static async Task<IResult> RevokeOwnKey([FromForm] Guid key, Run run, HttpContext http) =>
        (await run.Do(new RevokeOwnApiKey(key), Http.CallerOf(http), http.RequestAborted)).Succeeded(out _) ? Results.LocalRedirect("/profile") : Results.NotFound();

    private static async Task<IResult> RevokeKey([FromForm] Guid key, Run run, HttpContext http) =>
        (await run.Do(new RevokeApiKey(key), Http.CallerOf(http), http.RequestAborted)).Succeeded(out _) ? Results.LocalRedirect("/api-keys") : Results.NotFound();

    private static async Task<IResult> SignOut(HttpContext http, [FromForm(Name = "everywhere")] bool? everywhere, Run run)
    {
        if (everywhere == true)
            await run.Do(new SignOutEverywhere(), Http.CallerOf(http), http.RequestAborted);
        await http.SignOutAsync(SignInCookie.Scheme);
        return Results.LocalRedirect("/sign-in");
    }

    // Written in the background: the import's page says how far it is.
    private static async Task<IResult> ConfirmEnterprises([FromForm] Guid import, [FromForm] bool? withoutNear, Run run, EnterpriseImportQueue queue, HttpContext http)
    {
        var caller = Http.CallerOf(http);
        if ((await run.Do(new ConfirmEnterprises(import, withoutNear == true), caller, http.RequestAborted)).Succeeded(out _))
            queue.Add(import, caller);
        return Results.LocalRedirect($"/enterprises/import/{import}");
    }

    private static async Task<IResult> CancelEnterprises([FromForm] Guid import, Run run, HttpContext http)
    {
        var caller = Http.CallerOf(http);
        await run.Do(new CancelEnterprises(import), caller, http.RequestAborted);
        var isThere = (await run.Do(new GetEnterpriseImport(import), caller, http.RequestAborted)).Succeeded(out _);
        return Results.LocalRedirect(isThere ? $"/enterprises/import/{import}" : "/enterprises/import?dropped=true");
    }

    // Answered by a redirect, so that reloading the page does not post again.
    private static async Task<IResult> ConfirmImport([FromForm] Guid draft, Run run, HttpContext http)
    {
        var answer = await run.Do(new ConfirmImport(draft), Http.CallerOf(http), http.RequestAborted);
        if (!answer.Succeeded(out var done))
            return Results.LocalRedirect("/figures/import?gone=true");
        return Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/figures/import?file={Uri.EscapeDataString(done.FileName)}&added={done.Added}&changed={done.Changed}&same={done.Same}&rejected={done.Rejected}"));
    }
}
