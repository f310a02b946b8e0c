using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Programmes;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests;

/// <summary>The invented county, made once on each kind of store and copied for each test: to hash the passwords of its accounts costs time by design.</summary>
internal static class QingheTemplate
{
    private static readonly Lazy<Task<Made>> Sqlite = new(async () =>
    {
        await using var store = Store.InOwnFolder();
        await FillAsync(store);
        return new Made(Files(Folder(store)), Files(store.Keys));
    });

    private static Made? postgres;

    /// <summary>A copy that goes when it is disposed.</summary>
    public static async Task<Store> CopyAsync(StoreKind kind, PostgresCluster cluster)
    {
        var store = kind == StoreKind.Sqlite ? Store.InOwnFolder() : Store.At(new StoreAddress(kind, await cluster.CreateDatabaseAsync("qinghe", FillPostgresAsync)));
        var made = kind == StoreKind.Sqlite ? await Sqlite.Value : postgres!;
        // Nothing has read them yet: a store opens its file, and the record its key, when they are first needed.
        if (kind == StoreKind.Sqlite)
            await WriteAsync(made.Store, Folder(store));
        await WriteAsync(made.Keys, store.Keys);
        return store;
    }

    private static async Task FillPostgresAsync(string database)
    {
        await using var store = Store.At(new StoreAddress(StoreKind.Postgres, database));
        await FillAsync(store);
        postgres = new Made([], Files(store.Keys));
    }

    private static async Task FillAsync(Store store)
    {
        await store.Provider.GetRequiredService<MigrateStore>().Migrate(TestContext.Current.CancellationToken);
        await store.Do(new PublishProgramme(Store.Qinghe, "first"));
        await store.Do(new ImportFigures(Store.QingheFigures));
        await store.Do(new PrepareIdentity(WithAdministrators: false));
        await store.Do(new PrepareDemo());
    }

    private static DirectoryInfo Folder(Store store) => new(Path.GetDirectoryName(store.Address.Target)!);

    // SQLite makes its shared memory anew from the log.
    private static Dictionary<string, byte[]> Files(DirectoryInfo folder) =>
        folder.GetFiles().Where(file => !file.Name.EndsWith("-shm", StringComparison.Ordinal)).ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName));

    private static async Task WriteAsync(Dictionary<string, byte[]> files, DirectoryInfo folder)
    {
        foreach (var (name, content) in files)
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), content);
    }

    /// <summary>The files of a store and those that lie outside it, by name.</summary>
    private sealed record Made(Dictionary<string, byte[]> Store, Dictionary<string, byte[]> Keys);
}
