using Lianzhang.Platform.Shared;
using Lianzhang.Storage.Postgres;
using Lianzhang.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Storage;

/// <summary>The store behind <see cref="LianzhangDb"/>.</summary>
public static class StorageModule
{
    private const int MostConnections = 30;
    private const int SecondsInLine = 60;

    public static IServiceCollection AddStore(this IServiceCollection services, StoreAddress address)
    {
        services.AddSingleton(address);
        services.AddSingleton<MigrateStore>();
        if (address.Kind == StoreKind.Sqlite)
        {
            services.AddSingleton(_ => new SqliteGrowth(SqliteConnectionString(address)));
            services.AddDbContextPool<SqliteLianzhangDb>((services, options) => options.UseSqlite(SqliteConnectionString(address)).AddInterceptors([new SqlitePragmas(), .. services.GetServices<IInterceptor>()]), MostConnections);
            services.AddScoped(provider => provider.GetRequiredService<SqliteLianzhangDb>().ForAnother());
        }
        else
        {
            services.AddDbContextPool<PostgresLianzhangDb>((services, options) => options.UseNpgsql(PostgresConnectionString(address)).AddInterceptors(services.GetServices<IInterceptor>()), MostConnections);
            services.AddScoped(provider => provider.GetRequiredService<PostgresLianzhangDb>().ForAnother());
        }

        return services;
    }

    // Requests beyond these wait in a line for a connection, instead of all working at once against each other; several servers fit on one
    // PostgreSQL as it comes, which takes 100. What the address says counts: of what stands twice the last does.
    internal static string PostgresConnectionString(StoreAddress address) => $"Maximum Pool Size={MostConnections};Timeout={SecondsInLine};{address.Target}";

    internal static string SqliteConnectionString(StoreAddress address) => new SqliteConnectionStringBuilder { DataSource = address.Target }.ToString();
}
