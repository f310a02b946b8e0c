using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Assessment;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Complaints;
using Lianzhang.Platform.Evaluation;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Measures;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;
using Lianzhang.Storage;
using Lianzhang.Storage.Postgres;
using Lianzhang.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Lianzhang.Platform.Tests;

/// <summary>A migrated store of its own with everything that slices need, on a clock that the test sets.</summary>
public sealed class Store : IAsyncDisposable
{
    // Before what is read from below it: static members are set in the order in which they stand.
    public static readonly string Root = FindRoot();

    private readonly ServiceProvider services;
    private readonly Func<ValueTask> forget;

    private Store(StoreAddress address, Func<ValueTask> forget, Action<IServiceCollection>? also = null)
    {
        Address = address;
        this.forget = forget;
        var collection = Services(address);
        also?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public StoreAddress Address { get; }

    /// <summary>Where the key and the heads of the record lie.</summary>
    public DirectoryInfo Keys { get; } = Directory.CreateTempSubdirectory("lianzhang-keys-");

    /// <summary>Where the files that people hand in lie.</summary>
    public DirectoryInfo Files { get; } = Directory.CreateTempSubdirectory("lianzhang-files-");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 30, 1, 0, 0, TimeSpan.Zero));

    public IServiceProvider Provider => services;

    /// <summary>A store that is there already; it stays when this is disposed.</summary>
    public static Store At(StoreAddress address, Action<IServiceCollection>? also = null) => new(address, () => ValueTask.CompletedTask, also);

    /// <summary>A store of the kind, empty but for its tables.</summary>
    public static async Task<Store> Open(StoreKind kind, PostgresCluster cluster)
    {
        var store = kind == StoreKind.Sqlite ? InOwnFolder() : At(new StoreAddress(kind, await cluster.CreateDatabaseAsync()));
        await store.Provider.GetRequiredService<MigrateStore>().Migrate(TestContext.Current.CancellationToken);
        return store;
    }

    /// <summary>The same with the invented county published, its figures recorded, and an account for every role.</summary>
    public static Task<Store> OpenWithQinghe(StoreKind kind, PostgresCluster cluster) => QingheTemplate.CopyAsync(kind, cluster);

    /// <summary>A store on SQLite in a folder that goes with it, without a table.</summary>
    internal static Store InOwnFolder()
    {
        var folder = Directory.CreateTempSubdirectory("lianzhang-");
        return new Store(new StoreAddress(StoreKind.Sqlite, Path.Combine(folder.FullName, "store.db")), () =>
        {
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        });
    }

    public static IReadOnlyList<SourceFile> Qinghe { get; } =
        [.. ProgrammeSchema.Files.Select(name => new SourceFile($"qinghe/{name}", File.ReadAllText(Path.Combine(Root, "tests/programmes/qinghe", name))))];

    public static SourceFile QingheFigures { get; } = new("figures.csv", File.ReadAllText(Path.Combine(Root, "tests/programmes/qinghe/figures.csv")));

    /// <summary>The result of a request that must succeed.</summary>
    public async Task<TResult> Do<TResult>(IRequest<TResult> request, Caller? caller = null)
        where TResult : class
    {
        var answer = await Ask(request, caller);
        Assert.True(answer.Problem is null, $"{answer.Problem?.Detail.En} {string.Join('\n', answer.Problem?.Faults ?? [])}");
        return answer.Value!;
    }

    public Task<Answer<TResult>> Ask<TResult>(IRequest<TResult> request, Caller? caller = null)
        where TResult : class => Provider.GetRequiredService<Run>().Do(request, caller ?? Caller.Product, TestContext.Current.CancellationToken);

    /// <summary>Who acts as one of the accounts to try the product with, such as leader.</summary>
    public async Task<Caller> As(string userName)
    {
        var account = await InDb(db => db.Set<Account>().AsNoTracking().SingleAsync(account => account.UserName == userName));
        return new Caller(account.DisplayName, account.Id, account.SecurityStamp, "127.0.0.1");
    }

    /// <summary>Reads or writes the tables themselves.</summary>
    public async Task<T> InDb<T>(Func<LianzhangDb, Task<T>> work)
    {
        await using var scope = Provider.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<LianzhangDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Keys.Delete(recursive: true);
        Files.Delete(recursive: true);
        await forget();
    }

    private IServiceCollection Services(StoreAddress address)
    {
        var collection = new ServiceCollection().AddLogging().AddShared().AddIdentity(new SignInRules()).AddNotices(new NoticeSettings()).AddAuditing(Keys.FullName).AddProgrammes().AddComplaints().AddFacts().AddRegisters().AddReporting().AddIndicators().AddAttachments(Files.FullName, new AttachmentSettings()).AddMeasures().AddAppeals().AddInspections().AddSupervision().AddEvaluation().AddAssessment().AddStore(address);
        collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
        collection.ConfigureDbContext<SqliteLianzhangDb>(options => options.AddInterceptors(new NobodyBlocks()));
        collection.ConfigureDbContext<PostgresLianzhangDb>(options => options.AddInterceptors(new NobodyBlocks()));
        return collection;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Lianzhang.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Lianzhang.slnx");
        return folder;
    }
}
