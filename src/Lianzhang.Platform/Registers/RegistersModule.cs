using Lianzhang.Platform.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Registers;

/// <summary>Who reports: enterprises and other units with their histories, titles, clusters and the policies that support them.</summary>
public static class RegistersModule
{
    public static IServiceCollection AddRegisters(this IServiceCollection services) => services
        .AddSingleton<UnitCache>()
        .AddScoped<StoredUnits>()
        .AddScoped<UnitBook>()
        .AddScoped<ReadUnitFacts>()
        .AddSlice<CheckUnitFacts, UnitFactsRead, CheckUnitFactsSlice>()
        .AddSlice<ImportUnitFacts, UnitFactsRead, ImportUnitFactsSlice>();
}
