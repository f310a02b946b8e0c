using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Registers;

/// <summary>Made-up enterprises go into the registers whole, once, and never beside real ones; whoever looks is told of them.</summary>
public sealed class FillRegistersTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_made_up_is_read_back_and_doing_it_again_changes_nothing(StoreKind kind)
    {
        var city = MadeUpCity.Of();
        await using var store = await MadeUpCity.OpenAsync(kind, cluster, city);
        Assert.True((await store.Do(MadeUpCity.Filling(city))).WereThere);
        Assert.Equal(city.Count, await store.InDb(db => db.Set<RegisteredUnit>().CountAsync(unit => unit.Generated)));

        await using var scope = store.Provider.CreateAsyncScope();
        var register = await scope.ServiceProvider.GetRequiredService<StoredUnits>().All(TestContext.Current.CancellationToken);
        Assert.True(register.IsGenerated);
        var expected = city.Enterprise(3);
        var read = register.Units.Single(unit => unit.Code == expected.Code);
        Assert.Equal(
            expected.Values.Concat(expected.Titles.Select(title => new DatedValue(UnitAttributes.Title, title.Title, title.GrantedOn, title.LastDay))).OrderBy(value => value.ToString(), StringComparer.Ordinal),
            read.Values.OrderBy(value => value.ToString(), StringComparer.Ordinal));
        var row = await store.InDb(db => db.Set<RegisteredUnit>().SingleAsync(unit => unit.Code == expected.Code));
        Assert.Equal((expected.Of(UnitAttributes.Name, new DateOnly(2026, 6, 30)), expected.Of(UnitAttributes.Region, new DateOnly(2026, 6, 30))), (row.Name, row.Region));
        foreach (var merged in Enumerable.Range(0, city.Count).Select(city.Enterprise).Where(one => one.MergedInto is not null))
        {
            var heir = await store.InDb(db => db.Set<RegisteredUnit>().Where(unit => unit.Code == merged.Code).Join(db.Set<RegisteredUnit>(), unit => unit.MergedInto, other => other.Id, (_, other) => other.Code).SingleAsync());
            Assert.Equal(merged.MergedInto, heir);
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Another_seed_is_not_mixed_in(StoreKind kind)
    {
        await using var store = await MadeUpCity.OpenAsync(kind, cluster, MadeUpCity.Of());
        var answer = await store.Ask(MadeUpCity.Filling(MadeUpCity.Of(seed: 8)));
        Assert.Equal(ProblemKind.Invalid, answer.Problem!.Kind);
        Assert.Contains("another seed", answer.Problem.Detail.En, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Beside_real_enterprises_nothing_is_made_up(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.InDb(async db =>
        {
            db.Add(new RegisteredUnit { Kind = UnitKind.Enterprise, Code = "91371700MA3C000000", Name = "真实企业", Region = "371702", RecordedAt = store.Time.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        Assert.Contains("real enterprises", (await store.Ask(MadeUpCity.Filling(MadeUpCity.Of()))).Problem!.Detail.En, StringComparison.Ordinal);
        Assert.False((await store.Do(new GetGeneratedData())).IsGenerated);
        var city = MadeUpCity.Filling(MadeUpCity.Of());
        Assert.Contains("reserved range", (await store.Ask(city with { Enterprises = [city.Enterprises[0] with { Code = "91371700MA3C000000" }] })).Problem!.Detail.En, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whoever_looks_is_told_as_soon_as_something_is_made_up_and_lists_say_so(StoreKind kind)
    {
        await using var store = await Store.Open(kind, cluster);
        await store.Do(new PublishProgramme(MadeUpCity.Heze, "first"));
        Assert.False((await store.Do(new GetGeneratedData(), Caller.Nobody(null))).IsGenerated);
        await store.Do(MadeUpCity.Filling(MadeUpCity.Of()));
        Assert.True((await store.Do(new GetGeneratedData(), Caller.Nobody(null))).IsGenerated);
        using var board = new Sheet((await store.Do(new ExportBoard(Language.Chinese))).Content);
        Assert.Contains("生成的演示数据", board.Note, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Batches_are_found_by_how_their_ids_begin(StoreKind kind)
    {
        await using var store = await MadeUpCity.OpenAsync(kind, cluster, MadeUpCity.Of());
        Assert.Equal(["generated/7"], (await store.Do(new FindBatches("generated/"))).SourceIds);
        Assert.Empty((await store.Do(new FindBatches("generated/8"))).SourceIds);
    }
}
