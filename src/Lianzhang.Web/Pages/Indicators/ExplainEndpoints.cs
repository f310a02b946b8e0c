using Lianzhang.Platform.Indicators.Explaining;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Indicators;

/// <summary>The lists of the page of a number as Excel files.</summary>
public static class ExplainEndpoints
{
    public const string Figures = "figures.xlsx";
    public const string Units = "units.xlsx";
    public const string Changes = "changes.xlsx";
    public const string Changed = "changed.xlsx";

    public static void MapExplainFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"/explain/{{indicator}}/{Figures}", (string indicator, string? region, string? period, string? knownAt, Http way, HttpContext http) =>
            new ExplainAddress(indicator) { Region = region, Period = period, KnownAt = knownAt }.Number is { } number
                ? way.Workbook(new ExportNumberFigures(LanguageEndpoint.Read(http), number), http)
                : NotFound());
        routes.MapGet($"/explain/{{indicator}}/{Units}", (string indicator, string region, string? period, string? knownAt, int? part, bool? missing, Http way, HttpContext http) =>
            new ExplainAddress(indicator) { Region = region, Period = period, KnownAt = knownAt }.Number is { } number
                ? way.Workbook(new ExportExplainedUnits(LanguageEndpoint.Read(http), number, region, part ?? 0, missing ?? false), http)
                : NotFound());
        routes.MapGet($"/explain/{{indicator}}/{Changes}", (string indicator, string since, string? until, string? region, string? period, string? knownAt, Http way, HttpContext http) =>
            new ExplainAddress(indicator) { Region = region, Period = period, KnownAt = knownAt, Until = until }.Later is { } number && BoardQuery.Instant(since) is { } instant
                ? way.Workbook(new ExportChange(LanguageEndpoint.Read(http), number, instant), http)
                : NotFound());
        routes.MapGet($"/explain/{{indicator}}/{Changed}", (string indicator, string since, string? until, string region, string? period, string? knownAt, int? part, Http way, HttpContext http) =>
            new ExplainAddress(indicator) { Region = region, Period = period, KnownAt = knownAt, Until = until }.Later is { } number && BoardQuery.Instant(since) is { } instant
                ? way.Workbook(new ExportChangedUnits(LanguageEndpoint.Read(http), number, region, instant, part ?? 0), http)
                : NotFound());
    }

    private static Task<IResult> NotFound() => Task.FromResult(Results.NotFound());
}
