using Lianzhang.Platform.Shared;
using Lianzhang.Storage.Postgres;
using Lianzhang.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Storage;

/// <summary>The store behind <see cref="LianzhangDb"/>.</summary>
public static class StorageModule
{
    public static IServiceCollection AddStore(this IServiceCollection services, StoreAddress address)
    {
        services.AddSingleton(address);
        services.AddSingleton<MigrateStore>();
        if (address.Kind == StoreKind.Sqlite)
        {
            services.AddDbContext<SqliteLianzhangDb>(options => options.UseSqlite(SqliteConnectionString(address)).AddInterceptors(new SqlitePragmas()));
            services.AddScoped<LianzhangDb>(provider => provider.GetRequiredService<SqliteLianzhangDb>());
        }
        else
        {
            services.AddDbContext<PostgresLianzhangDb>(options => options.UseNpgsql(address.Target));
            services.AddScoped<LianzhangDb>(provider => provider.GetRequiredService<PostgresLianzhangDb>());
        }

        return services;
    }

    internal static string SqliteConnectionString(StoreAddress address) => new SqliteConnectionStringBuilder { DataSource = address.Target }.ToString();
}
