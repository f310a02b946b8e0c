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
        return services;
    }

    /// <summary>Registers a use case for its request.</summary>
    internal static IServiceCollection AddSlice<TRequest, TResult, TSlice>(this IServiceCollection services)
        where TRequest : IRequest<TResult>
        where TResult : class
        where TSlice : Slice<TRequest, TResult> => services
            .AddSingleton(new SliceEntry(typeof(TRequest), typeof(TResult)))
            .AddScoped<Slice<TRequest, TResult>, TSlice>();
}
