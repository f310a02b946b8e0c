using Lianzhang.Core.Explaining;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators.Explaining;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using static Lianzhang.Platform.Tests.Indicators.Explaining.ExplainedCounty;

namespace Lianzhang.Platform.Tests.Indicators.Explaining;

/// <summary>What became of a number between two instants is split without a rest.</summary>
public sealed class ChangedSinceTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_revision_a_move_and_a_new_firm_are_told_apart(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);
        var since = Mark(store);
        await Firms.Report(store, FirstFirm, revenue: 150);
        await Firms.Move(store, OtherFirm, Firms.Hedong, new DateOnly(2025, 1, 1));
        await Firms.Add(store, "U3");
        await Firms.Report(store, "U3", revenue: 7);

        var change = await store.Do(new ChangedSince(Number(Firms.Hedong), since), await store.As("county"));
        var aggregate = Assert.Single(change.Aggregates);

        Assert.Equal((0.01m, 0.01m, 0.0357m), (change.Before, change.Redefined, change.After));
        Assert.Equal([new ChangeLine(DifferenceKind.Revised, 1, 50), new ChangeLine(DifferenceKind.MovedIn, 1, 200), new ChangeLine(DifferenceKind.Opened, 1, 7)], aggregate.Lines);
        Assert.Equal(aggregate.After - aggregate.Before, aggregate.Lines.Sum(line => line.Amount));
        Assert.Equal([DifferenceKind.MovedOut], (await store.Do(new ChangedSince(Number(Firms.Hexi), since))).Aggregates.Single().Lines.Select(line => line.Kind));
        Assert.Equal([(OtherFirm, DifferenceKind.MovedIn), (FirstFirm, DifferenceKind.Revised), ("U3", DifferenceKind.Opened)], (await store.Do(new ListChangedUnits(Number(), Firms.Hedong, since))).Units.Select(unit => (unit.Code, unit.Kind)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Between_two_instants_only_what_lies_between_them_counts(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);
        var since = Mark(store);
        await Firms.Report(store, FirstFirm, revenue: 150);
        var until = Mark(store);
        await Firms.Report(store, FirstFirm, revenue: 999);

        var change = await store.Do(new ChangedSince(Number(knownAt: until), since));

        Assert.Equal([new ChangeLine(DifferenceKind.Revised, 1, 50)], change.Aggregates.Single().Lines);
        Assert.Equal(until, change.Until);
        Assert.Empty((await store.Do(new ChangedSince(Number(knownAt: since), since.AddSeconds(-1)))).Aggregates.Single().Lines);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Another_formula_is_told_by_itself(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);
        var since = Mark(store);
        await Define(store, "sum(firm_revenue where not region = 990101002)");
        await store.Do(new AppendFacts(FactOrigin.File, "more", "more", [new UnitReport(FirstFirm, Year, [ReportedValue.Of("firm_revenue", 110)])]));

        var change = await store.Do(new ChangedSince(Number(), since));

        Assert.Equal([new ChangeLine(DifferenceKind.Revised, 1, 10), new ChangeLine(DifferenceKind.Formula, 1, -200)], change.Aggregates.Single().Lines);
        Assert.Equal((0.03m, 0.01m, 0.011m), (change.Before, change.Redefined, change.After));
        Assert.NotEqual(change.FormulaBefore!.Value.Zh, change.Formula.Zh);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_published_figure_that_was_revised_is_named(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var since = Mark(store);
        await store.Do(new ImportFigures(new("f.csv", "item,region,period,value,unit,source\ncold_storage,990101,2026-05,12.5,万吨,县政府网\n")));

        var figure = Assert.Single((await store.Do(new ChangedSince(new NumberQuery("cold_storage", Period: Period.Parse("2026-05")), since))).Figures);

        Assert.Equal(12.5m, figure.After!.Value);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_cannot_be_compared_is_refused(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);
        var now = store.Time.GetUtcNow();
        Assert.Equal(ProblemKind.Invalid, await Refused(store, new ChangedSince(Number(), now.AddSeconds(1))));
        Assert.Equal(ProblemKind.Invalid, await Refused(store, new ChangedSince(Number(knownAt: now), now)));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ChangedSince(Number(), new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero))));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ChangedSince(new NumberQuery("nothing"), now.AddMinutes(-1))));
        var since = Mark(store);
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ListChangedUnits(Number(), County, since, Aggregate: 3)));
        Assert.Equal(ProblemKind.Invalid, await Refused(store, new ListChangedUnits(Number(), County, since, Page: 0)));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ListChangedUnits(Number(), Firms.Hedong, since), "sponsor"));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ListChangedUnits(Number(), Firms.Hedong, since), "clerk"));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ChangedSince(Number(Firms.Hexi), since), "county"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_change_and_its_units_are_exported(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);
        var since = Mark(store);
        await Firms.Report(store, FirstFirm, revenue: 150);
        var leader = await store.As("leader");

        using var lines = new Sheet((await store.Do(new ExportChange(Language.Chinese, Number(), since), leader)).Content);
        using var units = new Sheet((await store.Do(new ExportChangedUnits(Language.Chinese, Number(), County, since), leader)).Content);

        Assert.Empty(lines.Faults);
        Assert.Empty(units.Faults);
        Assert.Equal([("原值", "300"), ("修订", "50"), ("现值", "350")], lines.List.Skip(3).Select(row => (row[2], row[4])));
        Assert.Equal([(FirstFirm, "修订", "100", "150", "50")], units.List.Select(row => (row[0], row[2], row[3], row[4], row[5])));
        Assert.Equal(ProblemKind.Invalid, await Refused(store, new ExportChange(Language.Chinese, Number(), store.Time.GetUtcNow().AddDays(1))));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExportChangedUnits(Language.Chinese, Number(), Firms.Hedong, since), "sponsor"));
    }
}
