using System.Diagnostics.Metrics;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Indicators.Live;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Indicators.Live;

/// <summary>What is stored and what waits can be seen, and what is stuck is told of once.</summary>
public sealed class EngineStatusTests(PostgresCluster cluster)
{
    private static readonly TimeSpan Longer = EngineQueues.Limit + TimeSpan.FromMinutes(1);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_stored_is_counted_and_nothing_waits(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, Codes.Of(1));
        await Firms.Report(store, Codes.Of(1), revenue: 5, staff: 3);
        var status = await store.Do(new GetEngineStatus(), await store.As("sysadmin"));
        Assert.Equal((2, 1, 0), (status.Facts, status.Sequence, status.Accepted));
        Assert.True(status is { StoreBytes: > 100_000, MemoryBytes: > 0, IsStuck: false });
        Assert.All(status.Queues, queue => Assert.True(queue is { Waiting: 0, OldestAt: null, IsStuck: false }));
        Assert.Equal(Enum.GetValues<EngineQueueKind>(), status.Queues.Select(queue => queue.Kind));
        Assert.Equal(3, status.Queues.Select(queue => EngineQueueWords.Of(queue.Kind).Zh).Distinct().Count());
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetEngineStatus(), await store.As("officer"))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_full_count_and_what_follows_it_are_told_with_the_lag(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(new PublishProgramme(WithRevenue, "revenue"));
        await Firms.Add(store, Codes.Of(1));
        await Firms.Report(store, Codes.Of(1), revenue: 5);
        await store.Do(new GetBoard());
        var first = (await store.Do(new GetEngineStatus())).Sums;
        Assert.True(first is { Units: > 0, Cells: > 0, Changes: 0, Rebuilds: 1, RebuildMilliseconds: not null, LagMilliseconds: null });

        await store.Do(new AppendFacts(FactOrigin.Report, "later", "年报", [new UnitReport(Codes.Of(1), Period.OfYear(2025), [ReportedValue.Of("firm_revenue", 7)])]));
        store.Time.Advance(TimeSpan.FromMilliseconds(250));
        await store.Do(new GetBoard());
        var next = (await store.Do(new GetEngineStatus())).Sums;
        Assert.Equal((1, 1, 250), (next.Changes, next.Rebuilds, next.LagMilliseconds!.Value));
    }

    [Fact]
    public void Whoever_listens_to_metrics_is_told()
    {
        var told = new Dictionary<string, double>();
        using var meter = new EngineMeter();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listens) =>
        {
            if (instrument.Meter.Name == EngineMeter.Name)
                listens.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => told[instrument.Name] = value);
        listener.Start();
        meter.Built(new(3, 640, 0), TimeSpan.FromMilliseconds(12));
        meter.Took(new(4, 704, 5), 5, TimeSpan.FromMilliseconds(8));
        meter.Took(new(4, 704, 6), 1, since: null);
        listener.RecordObservableInstruments();
        Assert.Equal(
            ["lianzhang.engine.cells", "lianzhang.engine.changes", "lianzhang.engine.lag", "lianzhang.engine.memory", "lianzhang.engine.rebuild", "lianzhang.engine.units"],
            told.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new EngineSums(4, 704, 6, 1, 12, 8), meter.Sums);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_waits_too_long_is_told_of_once(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var keep = store.Provider.GetRequiredService<KeepEngine>();
        await Wait(store);
        Assert.True((await Notices(store)) is { Waiting: 1, IsStuck: false });
        await keep.Once(TestContext.Current.CancellationToken);
        Assert.Empty(await Told(store));

        store.Time.Advance(Longer);
        Assert.True((await Notices(store)) is { Waiting: 1, IsStuck: true });
        await keep.Once(TestContext.Current.CancellationToken);
        await keep.Once(TestContext.Current.CancellationToken);
        var alarm = Assert.Single(await Told(store));
        Assert.Equal("/system#notices", alarm.Href);
        Assert.Contains("1 项", alarm.Text.Zh, StringComparison.Ordinal);

        // What began to wait before it was told of is told of already; what began after it is not.
        await Wait(store);
        store.Time.Advance(Longer);
        await keep.Once(TestContext.Current.CancellationToken);
        Assert.Single(await Told(store));
        await store.InDb(db => db.Set<NoticeDelivery>().ExecuteUpdateAsync(set => set.SetProperty(one => one.DueAt, (DateTimeOffset?)null)));
        await Wait(store);
        store.Time.Advance(Longer);
        await keep.Once(TestContext.Current.CancellationToken);
        Assert.Equal(2, (await Told(store)).Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_file_that_nobody_takes_is_stuck(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var account = (await store.As("county")).Account!.Value;
        var now = store.Time.GetUtcNow();
        await store.InDb(async db =>
        {
            db.Add(new ReportUpload { Id = Guid.CreateVersion7(now), RoundId = Guid.Empty, FileName = "f.xlsx", Content = [1], Account = account, By = "county", At = now });
            return await db.SaveChangesAsync();
        });
        store.Time.Advance(Longer);
        var status = await store.Do(new GetEngineStatus());
        Assert.True(status.IsStuck);
        Assert.Equal((EngineQueueKind.Deliveries, 1), status.Queues.Where(queue => queue.IsStuck).Select(queue => (queue.Kind, queue.Waiting)).Single());
        await store.Provider.GetRequiredService<KeepEngine>().Once(TestContext.Current.CancellationToken);
        Assert.Equal("/system#deliveries", Assert.Single(await Told(store)).Href);
    }

    private static async Task<EngineQueue> Notices(Store store) => (await store.Do(new GetEngineStatus())).Queues[0];

    private static async Task<IReadOnlyList<Notice>> Told(Store store)
    {
        var account = (await store.As("sysadmin")).Account!.Value;
        return await store.InDb(db => db.Set<Notice>().AsNoTracking().Where(notice => notice.Account == account).ToListAsync());
    }

    // A notice for somebody else that has not gone out yet.
    private static async Task Wait(Store store)
    {
        var (account, now) = ((await store.As("leader")).Account!.Value, store.Time.GetUtcNow());
        await store.InDb(async db =>
        {
            var notice = new Notice { Id = Guid.CreateVersion7(now), Account = account, At = now, Title = "x", TitleEn = "x", Href = "/" };
            db.Add(notice);
            db.Add(new NoticeDelivery { Id = Guid.CreateVersion7(now), Notice = notice.Id, Channel = "mail", DueAt = now });
            return await db.SaveChangesAsync();
        });
    }

    private static IReadOnlyList<SourceFile> WithRevenue { get; } = [.. Store.Qinghe.Select(file => file.Name switch
    {
        "indicators.yaml" => file with { Text = file.Text.TrimEnd() + "\n  - {code: revenue, name: 营业收入, name_en: Revenue, owner: county_stats, unit: 万元, formula: \"sum(firm_revenue)\", basis: year}\n" },
        "targets.yaml" => file with { Text = file.Text.TrimEnd() + "\n  - {indicator: revenue, year: 2026, qualifier: at_least, value: 300, cite: {document: plan, section: 主要目标}}\n" },
        _ => file,
    })];
}
