using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>Numbers opened to what they rest on, and what became of them.</summary>
internal static class ExplainModule
{
    public static IServiceCollection AddExplaining(this IServiceCollection services) => services
        .AddScoped<FindNumber>()
        .AddScoped<CompareNumber>()
        .AddScoped<ExplainSight>()
        .AddScoped<SeenUnits>()
        .AddScoped<NameGroups>()
        .AddScoped<ExplainedUnits>()
        .AddScoped<ChangedUnits>()
        .AddSlice<ExplainIndicator, NumberExplanation, ExplainIndicatorSlice>()
        .AddSlice<ListExplainedUnits, ExplainedUnitPage, ListExplainedUnitsSlice>()
        .AddSlice<ExplainUnitValue, UnitValueVersions, ExplainUnitValueSlice>()
        .AddSlice<ChangedSince, NumberChange, ChangedSinceSlice>()
        .AddSlice<ListChangedUnits, ChangedUnitPage, ListChangedUnitsSlice>()
        .AddSlice<ExportNumberFigures, FigureWorkbook, ExportNumberFiguresSlice>()
        .AddSlice<ExportExplainedUnits, NumberWorkbook, ExportExplainedUnitsSlice>()
        .AddSlice<ExportChange, NumberWorkbook, ExportChangeSlice>()
        .AddSlice<ExportChangedUnits, NumberWorkbook, ExportChangedUnitsSlice>();

    public static void MapExplaining(this IEndpointRouteBuilder api)
    {
        api.MapGet("/explain/{indicator}", (string indicator, string? region, string? period, DateTimeOffset? knownAt, Http http, HttpContext context) =>
            Of(indicator, region, period, knownAt) is { } number ? http.Answer(new ExplainIndicator(number), context) : NoPeriod(period, context)).Produces<NumberExplanation>()
            .WithSummary("A number with the parts that it rests on: aggregates over units, the regions below, completeness.");
        api.MapGet("/explain/{indicator}/units", (string indicator, string region, string? period, DateTimeOffset? knownAt, int? aggregate, bool? missing, int? page, int? pageSize, Http http, HttpContext context) =>
            Of(indicator, region, period, knownAt) is { } number ? http.Answer(new ListExplainedUnits(number, region, aggregate ?? 0, missing ?? false, page ?? 1, pageSize ?? 20), context) : NoPeriod(period, context)).Produces<ExplainedUnitPage>()
            .WithSummary("The units of one aggregate of a number, with what each answered.");
        api.MapGet("/explain/{indicator}/changes", (string indicator, DateTimeOffset since, DateTimeOffset? until, string? region, string? period, Http http, HttpContext context) =>
            Of(indicator, region, period, until) is { } number ? http.Answer(new ChangedSince(number, since), context) : NoPeriod(period, context)).Produces<NumberChange>()
            .WithSummary("What became of a number between two instants, split without a rest.");
    }

    private static NumberQuery? Of(string indicator, string? region, string? period, DateTimeOffset? knownAt) =>
        string.IsNullOrEmpty(period) ? new NumberQuery(indicator, region, null, knownAt) : Period.TryParse(period, out var of) ? new NumberQuery(indicator, region, of, knownAt) : null;

    private static Task<IResult> NoPeriod(string? text, HttpContext context) =>
        Task.FromResult(Http.ProblemResult(Problem.Invalid(($"无法识别时期“{text}”（如 2026-05、2026-Q1、2026）。", $"'{text}' is not a period such as 2026-05, 2026-Q1 or 2026.")), Http.LanguageOf(context.Request)));
}
