using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Indicators;

/// <summary>What boards are computed from is kept for just as long as nothing is committed to the store.</summary>
public sealed class CurrentBoardTests(PostgresCluster cluster)
{
    private static readonly DateOnly June = new(2026, 6, 30);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task While_nothing_changes_the_same_is_given_back(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var first = await Inputs(store);
        var growth = await Growth(store);

        Assert.Same(first, await Inputs(store));
        Assert.Equal(growth, await Growth(store));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whatever_is_committed_is_noticed_whoever_commits_it(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await using var other = Store.At(store.Address);
        foreach (var writer in new[] { store, other, store })
        {
            var (before, growth) = (await Inputs(store), await Growth(store));
            await Firms.Add(writer, $"U{growth}");
            var after = await Inputs(store);

            Assert.NotEqual(growth, await Growth(store));
            Assert.Null(before.Units.Register.Find($"U{growth}", June));
            Assert.NotNull(after.Units.Register.Find($"U{growth}", June));
        }
    }

    [Fact]
    public async Task What_is_committed_after_a_change_that_began_later_is_noticed()
    {
        await using var store = await Store.OpenWithQinghe(StoreKind.Postgres, cluster);
        await Firms.Add(store, "U1");
        await store.InDb(async slow =>
        {
            await using var transaction = await slow.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            var unit = await slow.Set<RegisteredUnit>().Select(unit => unit.Id).FirstAsync();
            slow.Add(new RegisterChange { UnitId = unit, RecordedAt = store.Time.GetUtcNow(), By = "test", Zh = "更正", En = "corrected" });
            await slow.SaveChangesAsync();
            await store.Do(new ImportFigures(new("f.csv", "item,region,period,value,unit,source\ncold_storage,990101,2026-05,12.5,万吨,县政府网\n")));
            var before = await Inputs(store);
            Assert.Same(before, await Inputs(store));
            await transaction.CommitAsync(TestContext.Current.CancellationToken);

            Assert.NotSame(before.Units.Register, (await Inputs(store)).Units.Register);
            return 0;
        });
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_changing_something_sees_it_before_it_is_committed(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, "U1");
        var before = await Inputs(store);
        await using (var scope = store.Provider.CreateAsyncScope())
        {
            var (db, current) = (scope.ServiceProvider.GetRequiredService<LianzhangDb>(), scope.ServiceProvider.GetRequiredService<CurrentBoard>());
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            var unit = await db.Set<RegisteredUnit>().Select(unit => unit.Id).FirstAsync(TestContext.Current.CancellationToken);
            db.Add(new RegisterChange { UnitId = unit, RecordedAt = store.Time.GetUtcNow(), By = "test", Zh = "更正", En = "corrected" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            Assert.NotSame(before.Units.Register, (await current.Inputs(TestContext.Current.CancellationToken))!.Units.Register);
        }

        // It was taken back: what is shown is what it was, and another change that is given its number is seen.
        Assert.Equal([Firms.Hedong], (await Inputs(store)).Units.Register.Find("U1", June)!.Of(UnitAttributes.Region));
        await Firms.Add(store, "U2");
        Assert.NotNull((await Inputs(store)).Units.Register.Find("U2", June));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_read_within_a_change_that_was_taken_back_is_not_kept(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Import("12.5");
        var before = await Inputs(store);
        await using (var scope = store.Provider.CreateAsyncScope())
        {
            var (db, cancel) = (scope.ServiceProvider.GetRequiredService<LianzhangDb>(), TestContext.Current.CancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var figure = await db.Set<FigureVersion>().AsNoTracking().OrderByDescending(version => version.Id).FirstAsync(cancel);
            db.Add(FigureVersion.Of(figure.Figure() with { Quantity = new Quantity(99, Unit.Parse("万吨")) }, figure.ImportId, store.Time.GetUtcNow()));
            var unit = new RegisteredUnit { Kind = UnitKind.Enterprise, Code = "U1", Name = "U1", Region = Firms.Hedong, Industry = "baking", Generated = true, RecordedAt = store.Time.GetUtcNow() };
            db.Add(unit);
            await db.SaveChangesAsync(cancel);
            Assert.Equal(99, Shown((await scope.ServiceProvider.GetRequiredService<CurrentBoard>().Inputs(cancel))!));
            Assert.True(await scope.ServiceProvider.GetRequiredService<GeneratedData>().Any(cancel));
        }

        Assert.Same(before, await Inputs(store));
        await Import("13");
        Assert.Equal(13, Shown(await Inputs(store)));
        await using var later = store.Provider.CreateAsyncScope();
        Assert.False(await later.ServiceProvider.GetRequiredService<GeneratedData>().Any(TestContext.Current.CancellationToken));

        Task Import(string amount) => store.Do(new ImportFigures(new("f.csv", $"item,region,period,value,unit,source\ncold_storage,990101,2026-05,{amount},万吨,县政府网\n")));

        static decimal Shown(BoardInputs inputs) => inputs.Recorded.Single(figure => figure.Item == "cold_storage" && figure.Period == Period.OfMonth(2026, 5)).Quantity.Amount;
    }

    private static Task<string> Growth(Store store) => store.InDb(db => db.Growth(TestContext.Current.CancellationToken));

    private static async Task<BoardInputs> Inputs(Store store)
    {
        await using var scope = store.Provider.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CurrentBoard>().Inputs(TestContext.Current.CancellationToken))!;
    }
}
