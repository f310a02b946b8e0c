using Lianzhang.Platform.Indicators;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests;

public sealed class StorageTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task The_model_has_no_change_that_no_migration_makes(StoreKind kind)
    {
        await using var store = await Store.Open(kind, cluster);
        Assert.False(await store.InDb(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Several_that_migrate_at_once_make_one_migration(StoreKind kind)
    {
        await using var store = await Store.Open(kind, cluster);
        var address = kind == StoreKind.Sqlite ? store.Address with { Target = store.Address.Target + ".new" } : new StoreAddress(kind, await cluster.CreateDatabaseAsync());
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var services = new ServiceCollection().AddLogging().AddStore(address).BuildServiceProvider();
            return await services.GetRequiredService<MigrateStore>().Migrate(TestContext.Current.CancellationToken);
        }));
        Assert.Single(applied, names => names.Count > 0);
    }

    [Fact]
    public async Task A_lock_that_a_killed_process_left_is_not_waited_for()
    {
        using var folder = new Folder();
        await using var store = Store.At(new StoreAddress(StoreKind.Sqlite, folder.At("killed.db")));
        await store.InDb(db => db.Database.ExecuteSqlRawAsync("CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')"));
        Assert.NotEmpty(await store.Provider.GetRequiredService<MigrateStore>().Migrate(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_backup_restores_into_an_empty_store_and_gives_the_same_board(StoreKind kind)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        using var folder = new Folder();
        Assert.Null(await BackupStore.Backup(store.Address, folder.At("copy"), cancel));
        Assert.NotNull(await BackupStore.Backup(store.Address, folder.At("copy"), cancel));

        var empty = kind == StoreKind.Sqlite ? new StoreAddress(kind, folder.At("restored.db")) : new StoreAddress(kind, await cluster.CreateDatabaseAsync());
        Assert.Null(await BackupStore.Restore(empty, folder.At("copy"), cancel));
        Assert.Equal(await Told(store), await Told(empty));
        Assert.Contains("not empty", (await BackupStore.Restore(empty, folder.At("copy"), cancel))!.Value.En, StringComparison.Ordinal);
        Assert.Contains("not there", (await BackupStore.Restore(empty, folder.At("none"), cancel))!.Value.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite:data/x.db", true)]
    [InlineData("postgres:Host=localhost;Password=secret", true)]
    [InlineData("mysql:x", false)]
    [InlineData("sqlite:", false)]
    [InlineData("", false)]
    public void An_address_names_its_provider_and_hides_its_password(string text, bool sound)
    {
        Assert.Equal(sound, StoreAddress.TryParse(text, out var address));
        Assert.DoesNotContain("secret", address?.ToString() ?? string.Empty, StringComparison.Ordinal);
    }

    private static async Task<string> Told(StoreAddress address)
    {
        await using var store = Store.At(address);
        var board = await store.Do(new GetBoard(new DateOnly(2026, 6, 30)));
        return string.Join('\n', board.Targets.Select(row => $"{row.Indicator} {row.Year} {row.Status} {row.Actual?.Value}"));
    }

    private static Task<string> Told(Store store) => Told(store.Address);

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-");

        public string At(string name) => Path.Combine(folder.FullName, name);

        public void Dispose() => folder.Delete(recursive: true);
    }
}
