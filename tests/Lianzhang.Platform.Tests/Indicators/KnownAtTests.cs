using System.Text.Json;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Indicators;

/// <summary>A board of an instant is the board that was shown then, whatever is recorded later.</summary>
public sealed class KnownAtTests(PostgresCluster cluster)
{
    private static readonly DateOnly June = new(2026, 6, 30);

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_board_of_an_instant_does_not_know_what_was_recorded_later(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, "U1");
        await Firms.Report(store, "U1", revenue: 5);
        store.Time.Advance(TimeSpan.FromMinutes(1));
        var before = store.Time.GetUtcNow();
        var seen = Json(await store.Do(new GetBoard(June)));
        store.Time.Advance(TimeSpan.FromMinutes(1));

        await store.Do(new ImportFigures(new("f.csv", "item,region,period,value,unit,source\ncold_storage,990101,2026-05,12.5,万吨,县政府网\n")));
        await store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file.Name == "targets.yaml" ? file with { Text = file.Text.Replace("value: 60", "value: 62", StringComparison.Ordinal) } : file)], "changed"));
        await Firms.Move(store, "U1", Firms.Hexi, new DateOnly(2026, 1, 1));
        await Firms.Report(store, "U1", revenue: 7);

        Assert.Equal(seen, Json(await store.Do(new GetBoard(June, KnownAt: before))));
        Assert.Equal(seen, Json(await store.Do(new GetBoard(June, KnownAt: before))));
        Assert.NotEqual(seen, Json(await store.Do(new GetBoard(June))));
        Assert.Equal(60, (await store.Do(new GetTarget("food_output", 2026, KnownAt: before))).Row.Target.Value);
        Assert.Equal(62, (await store.Do(new GetTarget("food_output", 2026))).Row.Target.Value);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task The_registers_are_those_that_were_on_record(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, "U1");
        await Firms.Report(store, "U1", revenue: 5);
        store.Time.Advance(TimeSpan.FromMinutes(1));
        var before = store.Time.GetUtcNow();
        store.Time.Advance(TimeSpan.FromMinutes(1));
        await Firms.Add(store, "U2");
        await Firms.Move(store, "U1", Firms.Hexi, new DateOnly(2025, 1, 1));

        var (past, now) = (await Inputs(store, before), await Inputs(store, store.Time.GetUtcNow()));
        Assert.Equal([Firms.Hedong], past!.Units.Register.Find("U1", June)!.Of(UnitAttributes.Region));
        Assert.Equal([Firms.Hexi], now!.Units.Register.Find("U1", June)!.Of(UnitAttributes.Region));
        Assert.Null(past.Units.Register.Find("U2", June));
        Assert.NotNull(now.Units.Register.Find("U2", June));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_title_that_ended_later_is_held_at_the_instant(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, "U1");
        var title = await store.InDb(async db =>
        {
            var grant = new TitleGrant { UnitId = (await db.Set<RegisteredUnit>().SingleAsync(unit => unit.Code == "U1")).Id, Title = "any", GrantedOn = new(2025, 1, 1), RecordedAt = store.Time.GetUtcNow() };
            db.Add(grant);
            await db.SaveChangesAsync();
            return grant.Id;
        });
        store.Time.Advance(TimeSpan.FromMinutes(1));
        var before = store.Time.GetUtcNow();
        store.Time.Advance(TimeSpan.FromMinutes(1));
        await store.Do(new EndTitle(title, new(2026, 3, 1), "撤销"));

        Assert.Equal(["any"], (await Inputs(store, before))!.Units.Register.Find("U1", June)!.Of(UnitAttributes.Title));
        Assert.Empty((await Inputs(store, store.Time.GetUtcNow()))!.Units.Register.Find("U1", June)!.Of(UnitAttributes.Title));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Before_a_programme_was_published_there_is_no_board(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetBoard(June, KnownAt: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)))).Problem!.Kind);
    }

    private static async Task<BoardInputs?> Inputs(Store store, DateTimeOffset at)
    {
        await using var scope = store.Provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CurrentBoard>().Inputs(at, TestContext.Current.CancellationToken);
    }

    private static string Json(Board board) => JsonSerializer.Serialize(board);
}
