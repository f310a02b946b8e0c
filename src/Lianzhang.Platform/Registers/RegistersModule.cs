using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Registers;

/// <summary>Who reports: enterprises and other units with their histories, titles, clusters and the policies that support them.</summary>
public static class RegistersModule
{
    public static IServiceCollection AddRegisters(this IServiceCollection services) => services
        .AddSingleton<UnitCache>()
        .AddScoped<StoredUnits>()
        .AddScoped<UnitBook>()
        .AddTitles()
        .AddPolicies();

    /// <summary>Does in the background what time brings about; for a server, not for a command.</summary>
    public static IServiceCollection AddKeepingRegisters(this IServiceCollection services) => services.AddHostedService<KeepRegistersPeriodically>();

    public static void MapRegisters(this IEndpointRouteBuilder api) => api.MapTitles();
}
