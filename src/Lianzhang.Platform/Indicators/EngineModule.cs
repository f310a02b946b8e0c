using Lianzhang.Platform.Indicators.Live;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Indicators;

/// <summary>How the sums run: what they hold, what waits, and who is told of it.</summary>
public static class EngineModule
{
    /// <summary>Looks in the background whether anything is stuck; for a server, not for a command.</summary>
    public static IServiceCollection AddWatchingEngine(this IServiceCollection services) => services.AddHostedService<WatchEngine>();

    internal static IServiceCollection AddEngine(this IServiceCollection services) => services
        .AddSingleton<EngineMeter>()
        .AddSingleton<KeepEngine>()
        .AddScoped<EngineQueues>()
        .AddScoped<StuckQueues>()
        .AddSlice<GetEngineStatus, EngineStatus, GetEngineStatusSlice>()
        .AddSlice<WarnStuck, Done, WarnStuckSlice>();

    internal static void MapEngine(this IEndpointRouteBuilder api) =>
        api.MapGet("/engine", (Http http, HttpContext context) => http.Answer(new GetEngineStatus(), context)).Produces<EngineStatus>();
}
