using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators.Explaining;
using Lianzhang.Platform.Indicators.Exploring;
using Lianzhang.Platform.Indicators.Live;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Indicators;

/// <summary>Boards: where targets stand, computed from the programme in force and the figures in the store.</summary>
public static class IndicatorsModule
{
    public static IServiceCollection AddIndicators(this IServiceCollection services) => services
        .AddSingleton<BoardCache>()
        .AddSingleton<LiveCube>()
        .AddSingleton<BoardWatch>()
        .AddScoped<CurrentBoard>()
        .AddScoped<FirstVersionBoards>()
        .AddPublished()
        .AddExploring()
        .AddExplaining()
        .AddDefinitions()
        .AddEngine()
        .AddSlice<GetBoard, Board, GetBoardSlice>()
        .AddSlice<GetBoardVersion, BoardVersion, GetBoardVersionSlice>()
        .AddSlice<GetTarget, TargetDetail, GetTargetSlice>()
        .AddSlice<GetTargetHistory, TargetHistory, GetTargetHistorySlice>()
        .AddSlice<GetIndustry, IndustryView, GetIndustrySlice>()
        .AddSlice<GetRegion, RegionView, GetRegionSlice>()
        .AddSlice<CountRegionFigures, RegionFigureCounts, CountRegionFiguresSlice>()
        .AddSlice<ExportBoard, BoardWorkbook, ExportBoardSlice>()
        .AddSlice<ExportConflicts, FigureWorkbook, ExportConflictsSlice>()
        .AddSlice<ExportRegionFigures, FigureWorkbook, ExportRegionFiguresSlice>()
        .AddSlice<ExportTargetFigures, FigureWorkbook, ExportTargetFiguresSlice>()
        .AddSlice<FeedLights, WorkItems, FeedLightsSlice>()
        .AddSlice<FeedMissing, WorkItems, FeedMissingSlice>();

    /// <summary>Boards are there before a server says that it is ready.</summary>
    public static IServiceCollection AddWarmBoards(this IServiceCollection services) => services.AddSingleton<WarmBoards>().AddHostedService(provider => provider.GetRequiredService<WarmBoards>());

    public static void MapIndicators(this IEndpointRouteBuilder api)
    {
        api.MapExplaining();
        api.MapGet("/board", (DateOnly? asOf, string? region, MembershipView? view, DateTimeOffset? knownAt, Http http, HttpContext context) => http.Answer(new GetBoard(asOf, region, view ?? MembershipView.AsItWas, knownAt), context)).Produces<Board>();
        api.MapEngine();
        api.MapGet("/board/version", (string? seen, Http http, HttpContext context) => http.Answer(new GetBoardVersion(seen), context)).Produces<BoardVersion>();
        api.MapGet("/targets/{indicator}", (string indicator, int? year, string? region, DateOnly? asOf, MembershipView? view, DateTimeOffset? knownAt, Http http, HttpContext context) => http.Answer(new GetTarget(indicator, year, region, asOf, view ?? MembershipView.AsItWas, knownAt), context)).Produces<TargetDetail>();
        api.MapGet("/targets/{indicator}/history", (string indicator, int? year, string? region, Http http, HttpContext context) => http.Answer(new GetTargetHistory(indicator, year, region), context)).Produces<TargetHistory>();
        api.MapGet("/industries/{code}", (string code, DateOnly? asOf, Http http, HttpContext context) => http.Answer(new GetIndustry(code, asOf), context)).Produces<IndustryView>();
        api.MapGet("/regions/{code}", (string code, DateOnly? asOf, Http http, HttpContext context) => http.Answer(new GetRegion(code, asOf), context)).Produces<RegionView>();
        api.MapExploring();
    }
}
