using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Facts;

public sealed class FactStoreTests(PostgresCluster cluster)
{
    private const string Item = "food_output";
    private static readonly Period May = Period.OfMonth(2026, 5);

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task The_four_states_come_back_as_they_were_said(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var said = new[] { ReportedValue.Of(Item, -12.3456m, FactFlags.Estimated | FactFlags.Confidential), ReportedValue.Of("visitors", 0), ReportedValue.NotApplicable("cold_storage"), ReportedValue.Missing("model_parks", "停产，无数据") };
        await store.Do(Append("one", new UnitReport("u1", May, said)));

        var read = await store.Do(new ReadFacts(["u1", "nobody"]));
        Assert.Equal(said, read.Facts.Select(fact => fact.Value));
        Assert.All(read.Facts, fact => Assert.Equal(("u1", May, FactOrigin.File, "表 one"), (fact.Unit, fact.Period, fact.Origin, fact.Source)));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task The_same_source_twice_changes_nothing(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var first = await store.Do(Append("one", Report("u1", May, 5)));
        var again = await store.Do(Append("one", Report("u1", May, 9)));

        Assert.Equal(first with { WasThere = true }, again);
        Assert.Equal(5, Assert.Single((await store.Do(new ReadFacts(["u1"], AllVersions: true))).Facts).Value.Amount);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_revision_counts_and_what_was_known_before_can_be_read(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(Append("one", Report("u1", May, 5)));
        var before = store.Time.GetUtcNow();
        store.Time.Advance(TimeSpan.FromDays(1));
        await store.Do(Append("two", Report("u1", May, 7)));

        Assert.Equal([7m, 5m], (await store.Do(new ReadFacts(["u1"], AllVersions: true))).Facts.Select(fact => fact.Value.Amount));
        Assert.Equal(7, Assert.Single((await store.Do(new ReadFacts(["u1"]))).Facts).Value.Amount);
        Assert.Equal(5, Assert.Single((await store.Do(new ReadFacts(["u1"], AsOf: before))).Facts).Value.Amount);
        Assert.Equal((700_000_000m, 500_000_000m), (await Loaded(store, null), await Loaded(store, before)));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Two_that_append_at_once_both_count(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var appended = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => store.Do(Append($"s{i}", Report($"u{i}", May, i)))));

        Assert.Equal(6, appended.Select(batch => batch.Batch).Distinct().Count());
        Assert.Equal(6, (await store.Do(new ReadFacts([.. Enumerable.Range(1, 6).Select(i => $"u{i}")]))).Facts.Count);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task One_wrong_value_keeps_the_whole_batch_out_and_is_named(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var answer = await store.Ask(Append("bad",
            Report("u1", May, 5),
            new UnitReport("u2", May, [ReportedValue.Of("nonsense", 1), ReportedValue.Missing(Item, ""), new ReportedValue(Item, FactState.Zero, 3), ReportedValue.Of(Item, 0.00001m), new ReportedValue(Item, FactState.Undefined)])));

        Assert.Equal(ProblemKind.Invalid, answer.Problem?.Kind);
        Assert.Equal(
            ["the programme has no item nonsense", $"{Item}: a missing value needs a reason", $"{Item}: the amount does not fit the state", $"{Item}: a value has at most 4 decimals and must not be too large", $"{Item}: say a value, zero, not applicable or missing"],
            answer.Problem!.Faults!.Select(fault => fault.Message.En));
        Assert.All(answer.Problem.Faults!, fault => Assert.Equal(("u2 2026-05", 2), (fault.At.File, fault.At.Line)));
        Assert.Equal(0, await store.InDb(db => db.Set<StoredReport>().CountAsync()));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_period_far_ahead_and_an_amount_near_the_limit_are_refused(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);

        var ahead = await store.Ask(Append("ahead", Report("u1", Period.OfMonth(2027, 7), 5)));
        Assert.Equal("u1 2027-07:1: the period lies more than 12 months ahead; check the year", Assert.Single(ahead.Problem!.Faults!).ToString());
        var large = await store.Ask(Append("large", Report("u1", May, 50_000_000_000_001m)));
        Assert.Contains("must not be too large", Assert.Single(large.Problem!.Faults!).Message.En, StringComparison.Ordinal);
        await store.Do(Append("near", Report("u1", May, 50_000_000_000_000m), Report("u1", Period.OfMonth(2027, 6), -50_000_000_000_000m)));
        Assert.Equal(["near"], (await store.Do(new FindBatches(""))).SourceIds);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task What_is_appended_later_is_put_to_what_was_read_and_who_holds_it_keeps_it(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(Append("one", Report("u1", May, 5)));
        var before = await All(store);
        await store.Do(Append("two", Report("u1", May, 7), Report("u2", Period.OfQuarter(2026, 1), 9)));
        await store.Do(Append("later", Report("u2", Period.OfMonth(2027, 5), 4)));

        var after = await All(store);
        Assert.Same(after, await All(store));
        Assert.Equal((7, 9, 4), (In(after, "u1", May), In(after, "u2", Period.OfQuarter(2026, 1)), In(after, "u2", Period.OfMonth(2027, 5))));
        Assert.Equal((5, null), (In(before, "u1", May), In(before, "u2", Period.OfQuarter(2026, 1))));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Nobody_but_the_product_appends_or_reads_facts_of_all_units(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");

        Assert.Equal(ProblemKind.NotFound, (await store.Ask(Append("one", Report("u1", May, 5)), officer)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ReadFacts(["u1"]), officer)).Problem?.Kind);
    }

    [Fact]
    public void Every_period_has_a_number_of_its_own()
    {
        Period[] periods = [May, Period.OfQuarter(2026, 1), Period.OfQuarter(2026, 2), Period.OfQuarter(2026, 4), Period.OfHalfYear(2026, 1), Period.OfHalfYear(2026, 2), Period.OfYear(2026), Period.ToDate(2026, 2), Period.ToDate(2026, 8)];

        Assert.Equal(periods, periods.Select(PeriodNumber.Of).Select(PeriodNumber.Read));
        Assert.Equal(periods.Length, periods.Select(PeriodNumber.Of).Distinct().Count());
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task What_was_read_within_a_change_that_was_taken_back_is_not_kept(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(Append("one", Report("u1", May, 5)));
        Assert.Equal(5, In(await All(store), "u1", May));
        await using (var scope = store.Provider.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            db.Add(new FactBatch { Origin = FactOrigin.File, SourceId = "taken back", Title = "表", RecordedAt = store.Time.GetUtcNow(), Reports = 0, Values = 0 });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            Assert.Equal(5, In(await All(scope.ServiceProvider), "u1", May));
        }

        // A store may give the number of the batch to another.
        await store.Do(Append("two", Report("u1", May, 7)));
        Assert.Equal(7, In(await All(store), "u1", May));
    }

    private static AppendFacts Append(string id, params IReadOnlyList<UnitReport> reports) => new(FactOrigin.File, id, $"表 {id}", reports);

    private static UnitReport Report(string unit, Period period, decimal amount) => new(unit, period, [ReportedValue.Of(Item, amount)]);

    private static async Task<FactArrays> All(Store store)
    {
        await using var scope = store.Provider.CreateAsyncScope();
        return await All(scope.ServiceProvider);
    }

    private static async Task<FactArrays> All(IServiceProvider services)
    {
        var programme = (await services.GetRequiredService<PublishedProgrammes>().Find(null, TestContext.Current.CancellationToken))!.Programme;
        return await services.GetRequiredService<StoredFacts>().All(programme, TestContext.Current.CancellationToken);
    }

    private static decimal? In(FactArrays facts, string unit, Period period) => facts.Find(Item, ItemKind.Flow, unit, period)?.Amount / 100_000_000;

    // What the arrays hold of u1 in May, now or as it was known at an instant.
    private static async Task<decimal> Loaded(Store store, DateTimeOffset? instant)
    {
        await using var scope = store.Provider.CreateAsyncScope();
        var programme = (await scope.ServiceProvider.GetRequiredService<PublishedProgrammes>().Find(null, TestContext.Current.CancellationToken))!.Programme;
        var facts = scope.ServiceProvider.GetRequiredService<StoredFacts>();
        var arrays = instant is { } at ? await facts.AsOf(programme, at, TestContext.Current.CancellationToken) : await facts.All(programme, TestContext.Current.CancellationToken);
        return arrays.Find(Item, ItemKind.Flow, "u1", May)!.Amount;
    }
}
