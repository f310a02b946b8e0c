using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Indicators.Explaining;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Platform.Tests.Reporting;
using Lianzhang.Storage;
using static Lianzhang.Platform.Tests.Indicators.Explaining.ExplainedCounty;

namespace Lianzhang.Platform.Tests.Indicators.Explaining;

/// <summary>A number opens to regions, units and versions, as far as its reader may see.</summary>
public sealed class ExplainIndicatorTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_number_opens_to_towns_and_is_the_one_that_the_board_shows(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);
        var leader = await store.As("leader");
        var number = await store.Do(new ExplainIndicator(new NumberQuery(Output)), leader);

        Assert.Equal((Year, 0.03m), (number.Period, number.Value));
        Assert.Equal(number.Value, (await store.Do(new GetBoard(), leader)).Targets.First(row => row.Indicator == Output).Actual!.Value);
        var aggregate = Assert.Single(number.Aggregates);
        Assert.Equal([("河东镇", 100m), ("河西镇", 200m)], aggregate.Parts.Select(part => (part.Name.Zh, part.Amount!.Value)));
        Assert.Equal((2, 2, 0), (aggregate.Completeness.Asked, aggregate.Completeness.Answered, aggregate.Completeness.Missing));
        Assert.True(number is { MaySeeUnits: true, IsGenerated: true, Above: null });
        Assert.Equal(County, (await store.Do(new ExplainIndicator(Number(Firms.Hexi)), leader)).Above!.Code);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_owes_an_answer_is_counted_with_the_reason_and_the_number_is_missing(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);
        await Firms.Add(store, "U3");
        await store.Do(new AppendFacts(FactOrigin.File, "late", "late", [new UnitReport("U3", Year, [ReportedValue.Missing("firm_revenue", "停产")])]));

        var number = await store.Do(new ExplainIndicator(Number()));
        var missing = await store.Do(new ListExplainedUnits(Number(), County, OnlyMissing: true));

        Assert.Null(number.Value);
        Assert.Equal("停产", number.Reason!.Value.Zh);
        Assert.Equal((300m, 3, 1), (number.Aggregates[0].Amount, number.Aggregates[0].Completeness.Asked, number.Aggregates[0].Completeness.Missing));
        Assert.Equal(("U3", FactState.Missing, null), (missing.Units.Single().Code, missing.Units[0].State, missing.Units[0].Amount));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_value_opens_to_its_versions_and_units_tell_what_is_said_of_them(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);
        var before = Mark(store);
        await store.Do(new AppendFacts(FactOrigin.File, "revised", "修订文件", [new UnitReport(FirstFirm, Year, [ReportedValue.Of("firm_revenue", 150, FactFlags.Revised)])]));

        var units = await store.Do(new ListExplainedUnits(Number(), County, PageSize: 1, Page: 2));
        var versions = await store.Do(new ExplainUnitValue(FirstFirm, "firm_revenue", Year));

        Assert.Equal((2, FirstFirm, 150m, FactFlags.Revised), (units.Total, units.Units.Single().Code, units.Units[0].Amount, units.Units[0].Flags));
        Assert.Equal([(150m, true, "修订文件"), (100m, false, "test")], versions.Versions.Select(version => (version.Value.Amount, version.Counts, version.Source)));
        Assert.Equal(100, Assert.Single((await store.Do(new ExplainUnitValue(FirstFirm, "firm_revenue", Year, before))).Versions).Value.Amount);
        Assert.Equal(100, (await store.Do(new ListExplainedUnits(Number(knownAt: before), Firms.Hedong))).Units.Single().Amount);
        Assert.Equal(0.03m, (await store.Do(new ExplainIndicator(Number(knownAt: before)))).Value);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_reviewer_is_led_to_the_report_and_others_are_not(StoreKind kind)
    {
        var (store, clerk, reviewer, report) = await Rounds.Open(kind, cluster);
        await using var own = store;
        await store.Do(new SaveDraft(report, Rounds.Good), clerk);
        await store.Do(new SubmitReport(report), clerk);
        await store.Do(new AcceptReports([report]), reviewer);
        var revenue = new ExplainUnitValue(Rounds.Enterprise, "firm_revenue", Rounds.June);

        Assert.Equal(report, Assert.Single((await store.Do(revenue, reviewer)).Versions).Report);
        Assert.Null(Assert.Single((await store.Do(revenue, await store.As("leader"))).Versions).Report);
        Assert.Null(Assert.Single((await store.Do(revenue, clerk)).Versions).Report);
        Assert.Equal(ProblemKind.NotFound, await Refused(store, revenue with { Unit = Rounds.Other }, "clerk"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Towns_beyond_ones_rights_stand_together_and_their_units_are_not_there(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);
        var county = await store.As("county");

        var aggregate = (await store.Do(new ExplainIndicator(Number()), county)).Aggregates[0];

        Assert.Equal([(Firms.Hedong, 100m), (null, 200m)], aggregate.Parts.Select(part => (part.Region, part.Amount!.Value)));
        Assert.Equal([FirstFirm], (await store.Do(new ListExplainedUnits(Number(), Firms.Hedong), county)).Units.Select(unit => unit.Code));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ListExplainedUnits(Number(), Firms.Hexi), "county"));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExplainIndicator(Number(Firms.Hexi)), "county"));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExplainUnitValue(OtherFirm, "firm_revenue", Year), "county"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_sees_no_registers_sees_the_number_and_no_unit_not_even_by_a_town_of_one(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);

        var number = await store.Do(new ExplainIndicator(Number()), await store.As("sponsor"));

        Assert.False(number.MaySeeUnits);
        Assert.Equal([(null, 300m)], number.Aggregates[0].Parts.Select(part => (part.Region, part.Amount!.Value)));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ListExplainedUnits(Number(), Firms.Hedong), "sponsor"));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExplainUnitValue(FirstFirm, "firm_revenue", Year), "sponsor"));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExplainIndicator(Number()), "clerk"));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ListExplainedUnits(Number(), Firms.Hedong), "clerk"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Counted_groups_are_opened_for_who_may_see_their_units(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);
        await Define(store, "count(regions where sum(firm_revenue) > 150 万元)", "textile_firms");
        var query = new NumberQuery("textile_firms", Period: Year);

        var number = await store.Do(new ExplainIndicator(query), await store.As("leader"));

        Assert.Equal(1, number.Value);
        Assert.Equal([("河西镇", true, 200m), ("河东镇", false, 100m)], number.Aggregates[0].Groups!.Groups.Select(group => (group.Name.Zh, group.Holds!.Value, group.Amounts[0]!.Value)));
        Assert.Null((await store.Do(new ExplainIndicator(query), await store.As("sponsor"))).Aggregates[0].Groups);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_there_is_not_is_not_found(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExplainIndicator(new NumberQuery("nothing"))));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExplainIndicator(Number("000000"))));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExplainIndicator(Number(knownAt: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)))));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ListExplainedUnits(Number(), County, Aggregate: 1)));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ListExplainedUnits(new NumberQuery("cold_storage"), County)));
        Assert.Equal(ProblemKind.Invalid, await Refused(store, new ListExplainedUnits(Number(), County, PageSize: 101)));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExplainUnitValue("none", "firm_revenue", Year)));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExplainUnitValue(FirstFirm, "nothing", Year)));
        Assert.Empty((await store.Do(new ExplainUnitValue(FirstFirm, "firm_rd", Year))).Versions);
        Assert.Empty((await store.Do(new ExplainIndicator(new NumberQuery("cold_storage")))).Aggregates);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_published_figures_are_exported_as_they_are_shown(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var number = await store.Do(new ExplainIndicator(new NumberQuery("organic_share")));
        using var sheet = new Sheet((await store.Do(new ExportNumberFigures(Language.Chinese, new NumberQuery("organic_share")))).Content);
        Assert.NotEmpty(number.Figures);
        Assert.Equal(number.Figures.Select(figure => (figure.Name.Zh, figure.Period.In(Language.Chinese))), sheet.List.Select(row => (row[0], row[2])));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExportNumberFigures(Language.Chinese, new NumberQuery("nothing"))));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_units_are_exported_as_they_are_listed(StoreKind kind)
    {
        await using var store = await Open(kind, cluster);
        using var sheet = new Sheet((await store.Do(new ExportExplainedUnits(Language.Chinese, Number(), County), await store.As("leader"))).Content);
        Assert.Empty(sheet.Faults);
        Assert.Equal([(OtherFirm, "河西镇", "200", "已报"), (FirstFirm, "河东镇", "100", "已报")], sheet.List.Select(row => (row[0], row[2], row[3], row[5])));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExportExplainedUnits(Language.Chinese, Number(), Firms.Hedong), "sponsor"));
        Assert.Equal(ProblemKind.NotFound, await Refused(store, new ExportExplainedUnits(Language.Chinese, Number(), County, Aggregate: 7)));
    }
}
