using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lianzhang.Storage;

/// <summary>Brings the store to the present tables. Two processes that start at once take turns; the second finds nothing to do.</summary>
public sealed class MigrateStore(StoreAddress address, IServiceScopeFactory scopes)
{
    // Any number will do, so long as nothing else on the server takes it for its own lock.
    private const long AdvisoryLock = 0x4C69_616E_7A68;

    /// <summary>The names of the migrations that were applied now.</summary>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken cancel)
    {
        await using var turn = address.Kind == StoreKind.Sqlite ? await FileTurn.Take($"{address.Target}.migrating", cancel) : await ServerTurn(cancel);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (pending.Count == 0)
            return pending;
        if (address.Kind == StoreKind.Sqlite)
            await ForgetAbandonedLock(db, cancel);
        await db.Database.MigrateAsync(cancel);
        return pending;
    }

    /// <summary>Whether there is a store with the present tables; one that is not there is not made.</summary>
    public async Task<bool> IsPresent(CancellationToken cancel)
    {
        if (address.Kind == StoreKind.Sqlite && !File.Exists(address.Target))
            return false;
        await using var scope = scopes.CreateAsyncScope();
        return !(await scope.ServiceProvider.GetRequiredService<LianzhangDb>().Database.GetPendingMigrationsAsync(cancel)).Any();
    }

    // The library's own lock in SQLite is a row that a killed process leaves behind, and that would be waited for without end.
    // Holding our turn we know that nobody is migrating.
    private static async Task ForgetAbandonedLock(LianzhangDb db, CancellationToken cancel)
    {
        if (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel) > 0)
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancel);
    }

    private async Task<IAsyncDisposable> ServerTurn(CancellationToken cancel)
    {
        // Not from the pool: the lock ends with the session, and must not go back with a connection.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address.Target) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = AdvisoryLock } }, CommandTimeout = 120 };
            await command.ExecuteNonQueryAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
