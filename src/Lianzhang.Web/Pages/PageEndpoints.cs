using System.Globalization;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Design;
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
    }

    private static IResult Outlines(string? v, ApprovedMap map, HttpContext http)
    {
        if (map.Features.Count == 0)
            return Results.NotFound();
        // The address changes with the map; without that part of it, the map behind the address may change.
        http.Response.Headers.CacheControl = v is null ? "no-cache" : "public, max-age=31536000, immutable";
        return Results.Bytes(map.GeoJson, "application/geo+json");
    }

    // Answered by a redirect, so that reloading the page does not post again.
    private static async Task<IResult> ConfirmImport([FromForm] Guid draft, Run run, AccessRule access, HttpContext http)
    {
        var answer = await run.Do(new ConfirmImport(draft), access.Anonymous, http.RequestAborted);
        if (!answer.Succeeded(out var done))
            return Results.LocalRedirect("/figures/import?gone=true");
        return Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/figures/import?file={Uri.EscapeDataString(done.FileName)}&added={done.Added}&changed={done.Changed}&same={done.Same}&rejected={done.Rejected}"));
    }
}
