using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Registers;

/// <summary>What units report comes in by files, and moves the board; past periods count as it was or as it is.</summary>
public sealed class UnitFactTests(PostgresCluster cluster)
{
    private const string East = "990101001";
    private const string West = "990101002";

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task A_file_is_taken_in_once_and_in_the_units_of_the_items(StoreKind kind)
    {
        await using var store = await WithUnits(kind);
        var file = File("单位代码,数据项,时期,数值,计量单位,状态,说明\nu1,有机食品产值,2026-05,\"1,234.5\",亿元,,\nu1,visitors,2026-05,0,,,\nu2,organic_output,2026年4月,,,缺报,停产\nu2,visitors,2026-04,,,不适用,\n");
        var officer = await store.As("officer");

        Assert.Equal(new UnitFactsRead("f.csv", 2, 2, 4), await store.Do(new CheckUnitFacts(file), officer));
        Assert.Empty((await store.Do(new ReadFacts(["u1", "u2"]))).Facts);
        Assert.False((await store.Do(new ImportUnitFacts(file), officer)).WasThere);
        Assert.True((await store.Do(new ImportUnitFacts(file), officer)).WasThere);
        Assert.Equal(
            [ReportedValue.Of("organic_output", 12_345_000), ReportedValue.Of("visitors", 0), ReportedValue.Missing("organic_output", "停产"), ReportedValue.NotApplicable("visitors")],
            (await store.Do(new ReadFacts(["u1", "u2"]))).Facts.Select(fact => fact.Value));
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Every_wrong_row_is_named_and_nothing_is_taken_in(StoreKind kind)
    {
        await using var store = await WithUnits(kind);
        var answer = await store.Ask(
            new ImportUnitFacts(File("单位代码,数据项,时期,数值,计量单位,状态,说明\nu1,visitors,2026-05,5,,,\nu1,visitors,2026-05,6,,,\nu9,visitors,2026-05,5,,,\nu1,nothing,2026-05,5,,,\nu1,visitors,soon,5,,,\nu1,visitors,2026-04,many,,,\nu1,visitors,2026-04,5,吨,,\nu1,visitors,2026-04,,,,\nu1,visitors,2026-04,,,缺报,\nu1,visitors,2026-04,5,,缺报,病\nu1,visitors,2026-04,,,也许,\nu1,visitors,2026-04,0.00001,,,\n")),
            await store.As("officer"));

        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], answer.Problem!.Faults!.Select(fault => fault.At.Line));
        Assert.Equal(answer.Problem.Faults!.Count, answer.Problem.Faults!.Select(fault => fault.Message.En).Distinct().Count());
        Assert.Empty((await store.Do(new ReadFacts(["u1"]))).Facts);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task An_officer_takes_in_only_what_is_of_units_in_sight(StoreKind kind)
    {
        await using var store = await WithUnits(kind);
        var county = await store.As("county");

        await store.Do(new ImportUnitFacts(File($"单位代码,数据项,时期,数值\nu1,visitors,2026-05,5\n")), county);
        var refused = await store.Ask(new ImportUnitFacts(File($"单位代码,数据项,时期,数值\nu2,visitors,2026-05,5\n")), county);
        Assert.Contains("not within your rights", refused.Problem!.Faults![0].Message.En, StringComparison.Ordinal);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ImportUnitFacts(File("x")), await store.As("clerk"))).Problem?.Kind);
    }

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task The_board_counts_from_the_register_as_it_was_and_as_it_is(StoreKind kind)
    {
        await using var store = await WithUnits(kind);
        var files = Store.Qinghe.Select(file => file.Name == "indicators.yaml" ? file with { Text = file.Text.Replace("formula: value(model_parks)", "formula: count(units where title = old_brand)", StringComparison.Ordinal) } : file);
        await store.Do(new PublishProgramme([.. files], "counted"));
        var leader = await store.As("leader");
        var year = (await store.Do(new GetBoard(), leader)).Targets.First(row => row.Indicator == "model_parks").Year;

        var was = await store.Do(new GetTarget("model_parks", year), leader);
        var now = await store.Do(new GetTarget("model_parks", year, View: MembershipView.AsItIs), leader);

        // u1 held the title until the end of April, u2 from May on; today only u2 holds it.
        Assert.Equal([("2026-03", 1m), ("2026-04", 1m), ("2026-05", 1m), ("2026-06", 1m)], Last(was));
        Assert.Equal([("2026-03", 1m), ("2026-04", 1m), ("2026-05", 1m), ("2026-06", 1m)], Last(now));
        await store.InDb(async db =>
        {
            db.Add(new RegisterChange { RecordedAt = store.Time.GetUtcNow(), By = "test", Zh = "授予", En = "granted" });
            db.Add(new TitleGrant { UnitId = 1, Title = "old_brand", GrantedOn = new(2026, 6, 1), RecordedAt = store.Time.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        Assert.Equal([("2026-03", 1m), ("2026-04", 1m), ("2026-05", 1m), ("2026-06", 2m)], Last(await store.Do(new GetTarget("model_parks", year), leader)));
        Assert.Equal([("2026-03", 2m), ("2026-04", 2m), ("2026-05", 2m), ("2026-06", 2m)], Last(await store.Do(new GetTarget("model_parks", year, View: MembershipView.AsItIs), leader)));
    }

    private static IEnumerable<(string, decimal)> Last(Core.Boards.TargetDetail detail) => detail.Series.TakeLast(4).Select(point => (point.Period.ToString(), point.Value));

    private static SourceFile File(string text) => new("f.csv", text);

    // u1 in the county officer's own town, u2 in the other.
    private async Task<Store> WithUnits(StoreKind kind)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        var (now, start) = (store.Time.GetUtcNow(), new DateOnly(2025, 1, 1));
        await store.InDb(async db =>
        {
            RegisteredUnit[] units = [new() { Kind = UnitKind.Enterprise, Code = "u1", Name = "甲", Region = East, RecordedAt = now }, new() { Kind = UnitKind.Enterprise, Code = "u2", Name = "乙", Region = West, RecordedAt = now }];
            db.AddRange(units);
            await db.SaveChangesAsync();
            db.AddRange(units.Select(unit => new UnitAttributeValue { UnitId = unit.Id, Attribute = UnitAttributes.Region, Value = unit.Region, From = start, RecordedAt = now }));
            db.Add(new TitleGrant { UnitId = units[0].Id, Title = "old_brand", GrantedOn = start, ValidTo = new(2026, 4, 30), RecordedAt = now });
            db.Add(new TitleGrant { UnitId = units[1].Id, Title = "old_brand", GrantedOn = new(2026, 5, 1), RecordedAt = now });
            db.Add(new RegisterChange { RecordedAt = now, By = "test", Zh = "登记", En = "registered" });
            return await db.SaveChangesAsync();
        });
        return store;
    }
}
