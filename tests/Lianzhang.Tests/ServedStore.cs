using Lianzhang.Browser.Tests;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Lianzhang.Tests;

/// <summary>A store that outlives the server processes on it, and what its tables hold as a process of its own sees them.</summary>
internal sealed class ServedStore : IAsyncDisposable
{
    // What is waited for comes within milliseconds; this only ends a test that would wait for ever.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(5);

    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;

    private ServedStore(StoreKind kind, string? database)
    {
        Address = new StoreAddress(kind, database ?? folder.At("store.db"));
        services = new ServiceCollection().AddLogging().AddStore(Address).BuildServiceProvider();
    }

    public StoreAddress Address { get; }

    /// <summary>Where the keys lie that outlive the processes, for those that are given it.</summary>
    public string Keys => folder.At("keys");

    /// <summary>A store without a table.</summary>
    public static async Task<ServedStore> EmptyAsync(StoreKind kind, PostgresCluster cluster) =>
        new(kind, kind == StoreKind.Postgres ? await cluster.CreateDatabaseAsync() : null);

    /// <summary>Starts a server process on it; disposing of the process kills it with SIGKILL.</summary>
    public Task<Server> StartAsync(string command, params string[] arguments) => Server.StartAsync([command, "--store", $"{(Address.Kind == StoreKind.Sqlite ? "sqlite" : "postgres")}:{Address.Target}", .. arguments]);

    /// <summary>The one number that a query gives as Value.</summary>
    public Task<long> AskAsync(FormattableString query) => InDbAsync(db => db.Database.SqlQuery<long>(query).SingleAsync(TestContext.Current.CancellationToken));

    /// <summary>Makes <see cref="WrittenAsync"/> grow with whatever is written from now on, and gives what it is now.</summary>
    public async Task<long> StartCountingAsync()
    {
        // SQLite writes its log from the start again once all of it lies in the store: the file grows only from empty.
        if (Address.Kind == StoreKind.Sqlite)
            await InDbAsync(db => db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)"));
        return await WrittenAsync();
    }

    /// <summary>How many bytes were written of figures, those of a transaction that is under way among them.</summary>
    public async Task<long> WrittenAsync()
    {
        if (Address.Kind == StoreKind.Postgres)
            return await AskAsync($"""SELECT pg_relation_size('facts_figure') AS "Value" """);
        var log = new FileInfo($"{Address.Target}-wal");
        return log.Exists ? log.Length : 0;
    }

    /// <summary>Waits until the database has noticed that the processes on it are gone: until then, what they sent may still be done.</summary>
    public async Task WaitUntilAloneAsync()
    {
        if (Address.Kind == StoreKind.Postgres)
            await WaitAsync(async () => await AskAsync($"""SELECT COUNT(*) AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()""") == 0);
    }

    /// <summary>Waits until something is so, which is looked at again and again.</summary>
    public static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(Deadline);
        using var timer = new PeriodicTimer(Between);
        while (!await isSo())
            await timer.WaitForNextTickAsync(end.Token);
    }

    /// <summary>Reads the tables themselves.</summary>
    public async Task<T> InDbAsync<T>(Func<LianzhangDb, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<LianzhangDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }
}
