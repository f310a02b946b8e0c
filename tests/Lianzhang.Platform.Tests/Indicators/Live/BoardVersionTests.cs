using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators.Live;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lianzhang.Platform.Tests.Indicators.Live;

/// <summary>Who has a board open is told when there is another, whoever changed it.</summary>
public sealed class BoardVersionTests(PostgresCluster cluster)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whatever_boards_are_computed_from_makes_another_version(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        var seen = new List<string> { await Version(store) };
        foreach (var change in new Func<Task>[]
        {
            () => Append(store, "one"),
            () => store.Do(new ImportFigures(new("f.csv", "item,region,period,value,unit,source\ncold_storage,990101,2026-05,12.5,万吨,县政府网\n"))),
            () => store.Do(new AddEnterprise(Codes.Of(1), "青禾工坊", Firms.Hedong, new(2024, 1, 1)), officer),
            () => store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file.Name == "programme.yaml" ? file with { Text = file.Text + "\n" } : file)], "again")),
            () => Task.Run(() => store.Time.Advance(TimeSpan.FromDays(1)), TestContext.Current.CancellationToken),
        })
        {
            Assert.Equal(seen[^1], await Version(store));
            await change();
            seen.Add(await Version(store));
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_waits_is_answered_once_another_process_has_changed_something(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var seen = await Version(store);
        var waiting = store.Do(new GetBoardVersion(seen), await store.As("officer"));
        await using (var other = Store.At(store.Address))
            await Append(other, "elsewhere");

        while (!waiting.IsCompleted)
        {
            store.Time.Advance(Pause);
            await Task.Yield();
        }

        Assert.NotEqual(seen, (await waiting).Version);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_waits_for_nothing_is_answered_alike_after_a_while(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (seen, start) = (await Version(store), store.Time.GetUtcNow());
        var waiting = store.Do(new GetBoardVersion(seen), await store.As("officer"));
        while (!waiting.IsCompleted)
        {
            store.Time.Advance(Pause);
            await Task.Yield();
        }

        Assert.Equal(seen, (await waiting).Version);
        Assert.True(store.Time.GetUtcNow() - start >= TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task A_server_that_is_to_end_lets_nobody_wait()
    {
        await using var store = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        var seen = await Version(store);
        using var host = new Stopping();
        host.StopApplication();
        var watch = new BoardWatch(store.Provider.GetRequiredService<IServiceScopeFactory>(), store.Time, host);

        Assert.Equal(seen, await watch.Wait(seen, TestContext.Current.CancellationToken));
    }

    private static async Task<string> Version(Store store) => (await store.Do(new GetBoardVersion(), await store.As("officer"))).Version;

    private static Task Append(Store store, string id) =>
        store.Do(new AppendFacts(FactOrigin.File, id, "表", [new UnitReport("u1", Period.OfMonth(2026, 5), [ReportedValue.Of("firm_revenue", 5)])]));

    private sealed class Stopping : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => stopping.Cancel();

        public void Dispose() => stopping.Dispose();
    }
}
