using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>What is done for, or noted of, a single unit.</summary>
public sealed class RoundExceptionTests(PostgresCluster cluster)
{
    private static readonly DateOnly Later = new(2026, 7, 17);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_unit_with_more_time_is_on_time_until_then(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var officer = await store.As("officer");
        await store.Do(new ExtendReport(id, Later, Later, " 停电三天 "), officer);
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        On(store, 17);
        Assert.Equal(1, (await View(store)).Round.Counts.Missing);
        await store.Do(new SubmitReport(id), clerk);
        var view = await View(store);
        Assert.Equal((1, 0), (view.Round.Counts.OnTime, view.Round.Counts.Late));
        Assert.Equal(("停电三天", 0), view.Units.Where(unit => unit.Id == id).Select(unit => (unit.ExtensionReason, unit.LateDays)).Single());
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new ExtendReport(id, Later, Later.AddDays(1), "再延"), officer)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_came_late_stays_late_when_it_gets_more_time(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        On(store, 8);
        await store.Do(new SubmitReport(id), clerk);
        await store.Do(new ReturnReport(id, new Dictionary<string, string> { [""] = "请核实" }), reviewer);
        On(store, 16);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new SubmitReport(id), clerk)).Problem!.Kind);
        await store.Do(new ExtendReport(id, Later, Later, "退回时已临近锁定"), await store.As("officer"));
        await store.Do(new SubmitReport(id), clerk);
        Assert.Equal(1, (await View(store)).Round.Counts.Late);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task More_time_has_a_reason_and_ends_neither_before_today_nor_before_the_round(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var officer = await store.As("officer");
        foreach (var wrong in new[]
        {
            new ExtendReport(id, Later, Later, " "),
            new ExtendReport(id, Later, Later, new string('长', 301)),
            new ExtendReport(id, Later, Later.AddDays(-1), "停电"),
            new ExtendReport(id, new DateOnly(2026, 7, 2), Later, "停电"),
            new ExtendReport(id, new DateOnly(2026, 7, 6), Later, "停电"),
            new ExtendReport(id, new DateOnly(2026, 7, 8), new DateOnly(2026, 7, 9), "停电"),
        })
            Assert.Equal(ProblemKind.Invalid, (await store.Ask(wrong, officer)).Problem!.Kind);
        foreach (var who in new[] { clerk, await store.As("county"), await store.As("reviewer"), await store.As("leader") })
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExtendReport(id, Later, Later, "停电"), who)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExtendReport(Guid.Empty, Later, Later, "停电"), officer)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Of_an_exempt_unit_nothing_is_expected_until_that_is_undone(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var officer = await store.As("officer");
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new ExpectReport(id), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ExemptReport(id, ""), officer)).Problem!.Kind);
        await store.Do(new ExemptReport(id, "本月停产"), officer);
        On(store, 8);
        Assert.Equal(new RoundCounts(1, 0, 0, 0, 0, 0, 1, 1), (await View(store)).Round.Counts);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new ExemptReport(id, "本月停产"), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new ExtendReport(id, Later, Later, "停电"), officer)).Problem!.Kind);
        Assert.Empty((await store.Do(new FeedOwnReports(), clerk)).Items);
        await store.Do(new ExpectReport(id), officer);
        Assert.Equal(new RoundCounts(2, 0, 0, 0, 0, 0, 2, 0), (await View(store)).Round.Counts);
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new ExemptReport(id, "本月停产"), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExemptReport(id, "本月停产"), await store.As("county"))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExpectReport(id), await store.As("county"))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Why_a_report_is_missing_is_noted_once_it_is(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var county = await store.As("county");
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new SetMissingReason(id, "失联"), county)).Problem!.Kind);
        On(store, 8);
        await store.Do(new SetMissingReason(id, "统计员离职"), county);
        Assert.Equal("统计员离职", (await View(store)).Units.Single(unit => unit.Id == id).MissingReason);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SetMissingReason(id, new string('长', 301)), county)).Problem!.Kind);
        foreach (var who in new[] { clerk, reviewer, await store.As("leader") })
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new SetMissingReason(id, "失联"), who)).Problem!.Kind);
        await store.Do(new SetMissingReason(id, ""), county);
        Assert.Null((await View(store)).Units.Single(unit => unit.Id == id).MissingReason);
    }

    private static void On(Store store, int day) => store.Time.SetUtcNow(new DateTimeOffset(2026, 7, day, 1, 0, 0, TimeSpan.Zero));

    private static async Task<RoundView> View(Store store) => await store.Do(new GetRound(Assert.Single((await store.Do(new ListRounds())).Rounds).Id, new RoundQuery()), await store.As("officer"));
}
