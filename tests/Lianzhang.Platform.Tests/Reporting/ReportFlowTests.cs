using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>The way of a report from the first cell to what counts, and back.</summary>
public sealed class ReportFlowTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_accepted_counts_from_then_on_and_once(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        var sent = await store.Do(new SubmitReport(id), clerk);
        Assert.Equal(1, sent.Version);
        Assert.Empty((await Facts(store)).Facts);

        var accepted = await store.Do(new AcceptReports([id]), reviewer);
        Assert.Equal(new AcceptedReports(1, 0, 4), accepted);
        Assert.Equal(
            [("firm_rd", new Period?(Period.ToDate(2026, 6)), 30m), ("firm_revenue", Rounds.June, 1200.5m), ("firm_staff", Rounds.June, 45m), ("organic_output", Rounds.June, 80m)],
            (await Facts(store)).Facts.Select(fact => (fact.Value.Item, new Period?(fact.Period), fact.Value.Amount)).OrderBy(fact => fact.Item, StringComparer.Ordinal));
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new AcceptReports([id]), reviewer)).Problem!.Kind);
        Assert.Equal(4, (await Facts(store, allVersions: true)).Facts.Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_sent_back_is_sent_again_as_a_new_version_with_the_reasons_beside_the_cells(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        await store.Do(new ReturnReport(id, new Dictionary<string, string> { ["03.month"] = "职工数与上月差距较大，请核实" }), reviewer);

        var returned = await store.Do(new GetOwnReport(id), clerk);
        Assert.Equal((ReportState.Returned, "职工数与上月差距较大，请核实"), (returned.Standing.State, returned.ReturnReasons["03.month"]));
        Assert.Equal("1,200.5", returned.Content.Cells["01.month"].Typed);
        await store.Do(new SaveDraft(id, Rounds.Cells(("03.month", "54"))), clerk);
        Assert.Equal(2, (await store.Do(new SubmitReport(id), clerk)).Version);
        await store.Do(new AcceptReports([id]), reviewer);
        Assert.Equal(54, (await Facts(store)).Facts.Single(fact => fact.Value.Item == "firm_staff").Value.Amount);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_correction_counts_once_it_is_accepted_and_says_why(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        await store.Do(new AcceptReports([id]), reviewer);

        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new SaveDraft(id, Rounds.Cells(("01.month", "1")), null), clerk)).Problem!.Kind);
        await store.Do(new CorrectReport(id, "漏计一笔收入"), clerk);
        await store.Do(new SaveDraft(id, Rounds.Cells(("01.month", "1300"))), clerk);
        await store.Do(new SubmitReport(id), clerk);
        Assert.Equal(1200.5m, (await Facts(store)).Facts.Single(fact => fact.Value.Item == "firm_revenue").Value.Amount);
        await store.Do(new AcceptReports([id]), reviewer);
        Assert.Equal(1300, (await Facts(store)).Facts.Single(fact => fact.Value.Item == "firm_revenue").Value.Amount);
        var versions = (await store.Do(new GetReport(id), reviewer)).Versions;
        Assert.Equal([("漏计一笔收入", 2), (null, 1)], versions.Select(version => (version.Reason, version.Number)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_sent_can_be_taken_back_until_it_is_accepted(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        await store.Do(new WithdrawReport(id), clerk);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new AcceptReports([id]), reviewer)).Problem!.Kind);
        await store.Do(new SubmitReport(id), clerk);
        await store.Do(new AcceptReports([id]), reviewer);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new WithdrawReport(id), clerk)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nobody_but_the_unit_writes_and_another_units_report_is_not_there(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var other = await Rounds.ReportOf(store, Rounds.Other);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new SaveDraft(other, Rounds.Good), clerk)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetOwnReport(other), clerk)).Problem!.Kind);
        foreach (var who in new[] { reviewer, await store.As("officer"), await store.As("county"), await store.As("leader"), await store.As("sysadmin") })
        {
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new SaveDraft(id, Rounds.Good), who)).Problem!.Kind);
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new SubmitReport(id), who)).Problem!.Kind);
        }

        // Nothing was sent yet, so that there is nothing to review.
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetReport(id), reviewer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new AcceptReports([id]), clerk)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_typed_is_kept_even_where_it_is_no_number_and_is_not_sent(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var saved = await store.Do(new SaveDraft(id, Rounds.Cells(("01.month", "一千二"))), clerk);
        Assert.Contains(saved.Findings, finding => finding is { Rule: "unreadable", Cells: ["01.month"] });
        Assert.Equal("一千二", (await store.Do(new GetOwnReport(id), clerk)).Content.Cells["01.month"].Typed);
        var refused = (await store.Ask(new SubmitReport(id), clerk)).Problem!;
        Assert.Equal(ProblemKind.Invalid, refused.Kind);
        Assert.Equal(["unanswered@02.ytd", "unanswered@03.month", "unreadable@01.month"], refused.Faults!.Select(fault => fault.At.File).Order(StringComparer.Ordinal));
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SaveDraft(id, Rounds.Cells(("09.month", "1"))), clerk)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_locked_round_takes_nothing_and_keeps_what_was_typed(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 20, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new SubmitReport(id), clerk)).Problem!.Kind);
        Assert.Equal("45", (await store.Do(new GetOwnReport(id), clerk)).Content.Cells["03.month"].Typed);
    }

    private static Task<FactList> Facts(Store store, bool allVersions = false) => store.Do(new ReadFacts([Rounds.Enterprise], AllVersions: allVersions));
}
