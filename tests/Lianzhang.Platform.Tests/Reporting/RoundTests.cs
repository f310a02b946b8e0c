using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>How rounds are opened and how they go.</summary>
public sealed class RoundTests(PostgresCluster cluster)
{
    private const string Far = "F3";

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_rounds_of_the_last_period_open_by_themselves_once(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, Rounds.Enterprise);
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 1, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(new OpenedRounds(2, 2), await store.Do(new OpenDueRounds()));
        Assert.Equal(new OpenedRounds(0, 0), await store.Do(new OpenDueRounds()));
        var rounds = (await store.Do(new ListRounds(), await store.As("leader"))).Rounds;
        Assert.Equal([("firm_month", Rounds.June, "lianzhang"), ("park_quarter", Period.OfQuarter(2026, 2), "lianzhang")], rounds.Select(round => (round.Form, round.Period, round.OpenedBy)));
        // A month later the next one opens, and none between that was left out.
        store.Time.SetUtcNow(new DateTimeOffset(2026, 9, 1, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(new OpenedRounds(1, 1), await store.Do(new OpenDueRounds()));
        Assert.Equal([Period.OfMonth(2026, 8), Rounds.June], (await store.Do(new ListRounds("firm_month"))).Rounds.Select(round => round.Period));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new OpenDueRounds(), await store.As("officer"))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_round_that_nobody_could_answer_any_more_does_not_open_by_itself(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 15, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(new OpenedRounds(1, 1), await store.Do(new OpenDueRounds()));
        Assert.Equal("park_quarter", Assert.Single((await store.Do(new ListRounds())).Rounds).Form);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Counts_follow_each_step_of_a_report(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        Assert.Equal(new RoundCounts(2, 0, 0, 0, 0, 0, 0, 0), await Counts(store));
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        Assert.Equal(new RoundCounts(2, 1, 1, 0, 0, 0, 0, 0), await Counts(store));
        await store.Do(new WithdrawReport(id), clerk);
        Assert.Equal(new RoundCounts(2, 0, 0, 0, 0, 0, 0, 0), await Counts(store));
        await store.Do(new SubmitReport(id), clerk);
        await store.Do(new ReturnReport(id, new Dictionary<string, string> { [""] = "请核实" }), reviewer);
        Assert.Equal(new RoundCounts(2, 1, 1, 0, 1, 0, 0, 0), await Counts(store));
        On(store, 8);
        Assert.Equal(new RoundCounts(2, 1, 1, 0, 1, 0, 1, 0), await Counts(store));
        // Sent again after it was due it is on time still: it had come by then.
        await store.Do(new SubmitReport(id), clerk);
        await store.Do(new AcceptReports([id]), reviewer);
        Assert.Equal(new RoundCounts(2, 1, 1, 0, 0, 1, 1, 0), await Counts(store));
        await store.Do(new CorrectReport(id, "漏计"), clerk);
        Assert.Equal(new RoundCounts(2, 1, 1, 0, 0, 1, 1, 0), await Counts(store));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_comes_after_it_was_due_is_late_by_days_and_what_does_not_come_is_missing(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        On(store, 9);
        await store.Do(new SubmitReport(id), clerk);
        On(store, 10);
        var view = await View(store);
        Assert.Equal(new RoundCounts(2, 1, 0, 1, 0, 0, 1, 0), view.Round.Counts);
        Assert.Equal([(Rounds.Enterprise, ReportState.Submitted, 2), (Rounds.Other, ReportState.Open, 3)], view.Units.Select(unit => (unit.Unit, unit.State, unit.LateDays)));
        Assert.Equal((0, 50), (view.Round.Counts.Awaited, view.Round.Counts.PercentReceived));
        foreach (var (filter, units) in new[] { (RoundFilter.Late, "F1"), (RoundFilter.Received, "F1"), (RoundFilter.InReview, "F1"), (RoundFilter.Missing, "F2"), (RoundFilter.NotReceived, "F2"), (RoundFilter.OnTime, ""), (RoundFilter.Returned, ""), (RoundFilter.Accepted, ""), (RoundFilter.Exempt, "") })
            Assert.Equal(units, string.Join(' ', (await View(store, new RoundQuery(filter))).Units.Select(unit => unit.Unit)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Each_sees_the_units_within_ones_sight_alone(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 3, 1, 0, 0, TimeSpan.Zero));
        await Firms.Add(store, Rounds.Enterprise);
        await Firms.Add(store, Far, Firms.Hexi);
        var both = await store.Do(new OpenRound("firm_month", Rounds.June));
        var county = await store.As("county");
        var row = Assert.Single((await store.Do(new ListRounds(), county)).Rounds);
        Assert.Equal(1, row.Counts.Expected);
        var view = await store.Do(new GetRound(both.Id, new RoundQuery()), county);
        Assert.Equal([Rounds.Enterprise], view.Units.Select(unit => unit.Unit));
        Assert.Equal([Firms.Hedong], view.Regions.Select(region => region.Region));
        Assert.Equal([Firms.Hedong, Firms.Hexi], (await store.Do(new GetRound(both.Id, new RoundQuery()), await store.As("leader"))).Regions.Select(region => region.Region));
        Assert.Equal([Far], (await store.Do(new GetRound(both.Id, new RoundQuery(Region: Firms.Hexi)))).Units.Select(unit => unit.Unit));
        Assert.Equal([Far], (await store.Do(new GetRound(both.Id, new RoundQuery(Search: "3")))).Units.Select(unit => unit.Unit));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetRound(both.Id, new RoundQuery(Region: Firms.Hexi)), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetRoundUnit(both.Id, await Rounds.ReportOf(store, Far)), county)).Problem!.Kind);
        Assert.Equal(Rounds.Enterprise, (await store.Do(new GetRoundUnit(both.Id, await Rounds.ReportOf(store, Rounds.Enterprise)), county)).Unit.Unit);

        // A round of which one sees nothing is not there.
        await Firms.Move(store, Rounds.Enterprise, Firms.Hexi, new DateOnly(2026, 5, 1));
        var far = await store.Do(new OpenRound("firm_month", Period.OfMonth(2026, 5)));
        Assert.Equal([both.Id], (await store.Do(new ListRounds(), county)).Rounds.Select(round => round.Id));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetRound(far.Id, new RoundQuery()), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportRound(Language.Chinese, far.Id, new RoundQuery()), county)).Problem!.Kind);
        foreach (var who in new[] { "clerk", "chain", "park", "sysadmin" })
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListRounds(), await store.As(who))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_list_of_units_leaves_for_excel_as_it_is_filtered(StoreKind kind)
    {
        var (opened, _, _, _) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var round = await RoundOf(store);
        var workbook = await store.Do(new ExportRound(Language.Chinese, round, new RoundQuery(Search: Rounds.Other)), await store.As("officer"));
        Assert.Equal("firm_month-2026-06.xlsx", workbook.FileName);
        using var sheet = new Sheet(workbook.Content);
        Assert.Contains(Rounds.Other, sheet.Rows.SelectMany(row => row));
        Assert.DoesNotContain(Rounds.Enterprise, sheet.Rows.SelectMany(row => row));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_workbench_says_what_is_to_be_sent_reviewed_and_asked_for(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var todo = Assert.Single((await store.Do(new FeedOwnReports(), clerk)).Items);
        Assert.Equal((WorkColumn.ToDo, $"/reports/{id}", new DateOnly(2026, 7, 7)), (todo.Column, todo.Href, todo.Due!.Value));
        Assert.Empty((await store.Do(new FeedReviews(), reviewer)).Items);
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        Assert.Equal(WorkColumn.Waiting, Assert.Single((await store.Do(new FeedOwnReports(), clerk)).Items).Column);
        Assert.Equal(("企业生产经营月报 2026年6月：1 份待审核", "/reviews?form=firm_month"), Assert.Single((await store.Do(new FeedReviews(), reviewer)).Items.Select(item => (item.Title.Zh, item.Href))));
        var officer = await store.As("officer");
        Assert.Empty((await store.Do(new FeedMissingReports(), officer)).Items);
        On(store, 8);
        Assert.Contains("逾期未报 1 份", Assert.Single((await store.Do(new FeedMissingReports(), officer)).Items).Title.Zh, StringComparison.Ordinal);
        await store.Do(new ReturnReport(id, new Dictionary<string, string> { [""] = "请核实" }), reviewer);
        Assert.Equal("修改后重报《企业生产经营月报》（2026年6月）", Assert.Single((await store.Do(new FeedOwnReports(), clerk)).Items).Title.Zh);
    }

    private static void On(Store store, int day) => store.Time.SetUtcNow(new DateTimeOffset(2026, 7, day, 1, 0, 0, TimeSpan.Zero));

    private static async Task<Guid> RoundOf(Store store) => Assert.Single((await store.Do(new ListRounds())).Rounds).Id;

    private static async Task<RoundCounts> Counts(Store store) => Assert.Single((await store.Do(new ListRounds(), await store.As("officer"))).Rounds).Counts;

    private static async Task<RoundView> View(Store store, RoundQuery? query = null) => await store.Do(new GetRound(await RoundOf(store), query ?? new RoundQuery()), await store.As("officer"));
}
