using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Shared;

/// <summary>What every module stands on.</summary>
public static class SharedModule
{
    public static IServiceCollection AddShared(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Run>();
        services.AddSingleton<SliceCatalogue>();
        services.AddSingleton<Http>();
        services.AddScoped<CurrentCaller>();
        services.AddScoped<TellAccounts>();
        return services.AddSlice<GetWorkbench, Workbench, GetWorkbenchSlice>();
    }

    public static void MapShared(this IEndpointRouteBuilder api) =>
        api.MapGet("/workbench", (Http http, HttpContext context) => http.Answer(new GetWorkbench(), context)).Produces<Workbench>();

    /// <summary>Registers a use case for its request.</summary>
    internal static IServiceCollection AddSlice<TRequest, TResult, TSlice>(this IServiceCollection services)
        where TRequest : IRequest<TResult>
        where TResult : class
        where TSlice : Slice<TRequest, TResult> => services
            .AddSingleton(new SliceEntry(typeof(TRequest), typeof(TResult)))
            .AddScoped<Slice<TRequest, TResult>, TSlice>();
}
