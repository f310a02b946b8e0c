using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>What waits for whom, in which order, and who is told of what was decided.</summary>
public abstract class ReviewTests(StoreKind kind, PostgresCluster cluster)
{
    private static readonly ReviewQuery All = new();

    [Fact]
    public async Task Those_furthest_out_come_first_then_those_with_explanations_then_the_oldest()
    {
        await using var store = await Sent("A", "B", "C", "D");
        await Set(store, "C", score: 4, explained: 1);
        await Set(store, "D", score: 40, explained: 0);
        await Set(store, "B", score: 0, explained: 2);
        var reviewer = await store.As("reviewer");
        var page = await store.Do(new ListReviews(All), reviewer);
        Assert.Equal(["D", "C", "B", "A"], page.Reports.Select(report => report.Unit));
        Assert.Equal((4, 2), (page.Total, page.Outliers));
        Assert.Equal([ReviewNeed.FarOut, ReviewNeed.Outlier], page.Reports.Take(2).Select(report => report.Need));
        Assert.Equal(("firm_month", "990101001"), (Assert.Single(page.Forms).Code, Assert.Single(page.Regions).Code));

        Assert.Equal(["C"], (await store.Do(new ListReviews(All, Page: 2, PageSize: 1), reviewer)).Reports.Select(report => report.Unit));
        Assert.Equal(["B"], (await store.Do(new ListReviews(new ReviewQuery(Search: "B")), reviewer)).Reports.Select(report => report.Unit));
        Assert.Empty((await store.Do(new ListReviews(new ReviewQuery(Form: "park_quarter")), reviewer)).Reports);
        Assert.Equal(4, (await store.Do(new ListReviews(new ReviewQuery("firm_month", Firms.Hedong)), reviewer)).Total);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ListReviews(All, PageSize: AcceptReports.Most + 1), reviewer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListReviews(All), await store.As("clerk"))).Problem!.Kind);
        Assert.NotEmpty((await store.Do(new ExportReviews(Language.Chinese, All), reviewer)).Content);
        Assert.Contains("4 份待审核", Assert.Single((await store.Do(new FeedReviews(), reviewer)).Items).Title.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_report_follows_in_the_order_of_the_list_and_after_the_last_comes_the_first()
    {
        await using var store = await Sent("A", "B", "C");
        var (reviewer, a, b, c) = (await store.As("reviewer"), await Rounds.ReportOf(store, "A"), await Rounds.ReportOf(store, "B"), await Rounds.ReportOf(store, "C"));
        Assert.Equal(new NextReview(b, true, 3), await store.Do(new FindNextReview(a, All), reviewer));
        Assert.Equal(new NextReview(a, true, 3), await store.Do(new FindNextReview(c, All), reviewer));
        await store.Do(new AcceptReports([a, c]), reviewer);
        Assert.Equal(new NextReview(b, false, 1), await store.Do(new FindNextReview(a, All), reviewer));
        Assert.Equal(new NextReview(null, true, 1), await store.Do(new FindNextReview(b, All), reviewer));
    }

    [Fact]
    public async Task A_report_of_two_levels_goes_on_to_the_city_of_which_nobody_is_told()
    {
        var (opened, clerk, reviewer, _) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await Firms.GiveTo(store, "green_park", Rounds.Enterprise);
        var officer = await store.As("officer");
        await store.Do(new OpenRound("park_quarter", Period.OfQuarter(2026, 2)), officer);
        var id = await Rounds.ReportOf(store, "green_park");
        await store.Do(new SaveDraft(id, Rounds.Cells(("01.quarter", "12"))), clerk);
        await store.Do(new SubmitReport(id), clerk);
        Assert.Equal(ReviewLevel.County, Assert.Single((await store.Do(new ListReviews(All), reviewer)).Reports).Level);
        Assert.Equal(new AcceptedReports(0, 1, 0), await store.Do(new AcceptReports([id]), reviewer));

        // The county has done its part and cannot do the city's.
        Assert.Empty((await store.Do(new ListReviews(All), reviewer)).Reports);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new AcceptReports([id]), reviewer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new ReturnReport(id, Reasons("x")), reviewer)).Problem!.Kind);
        Assert.Empty((await store.Do(new ListNotices(), officer)).Notices);
        Assert.Empty((await store.Do(new ListNotices(), clerk)).Notices);
        Assert.Single((await store.Do(new FeedReviews(), officer)).Items);
        Assert.Equal(ReviewLevel.City, Assert.Single((await store.Do(new ListReviews(All), officer)).Reports).Level);
        Assert.Equal(new AcceptedReports(1, 0, 1), await store.Do(new AcceptReports([id]), officer));
    }

    [Fact]
    public async Task Those_who_fill_in_a_report_are_told_that_it_was_sent_back_or_accepted()
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        await store.Do(new ReturnReport(id, Reasons("03.month")), reviewer);
        var told = Assert.Single((await store.Do(new ListNotices(), clerk)).Notices);
        Assert.Equal("“企业生产经营月报”2026年6月被退回，1 处需核实", told.Title.Zh);
        Assert.Equal($"/reports/{id}", (await store.Do(new OpenNotice(told.Id), clerk)).Href);

        await store.Do(new SubmitReport(id), clerk);
        await store.Do(new AcceptReports([id]), reviewer);
        Assert.Contains((await store.Do(new ListNotices(), clerk)).Notices, notice => notice.Title.Zh == "“企业生产经营月报”2026年6月已审核通过");
        Assert.Empty((await store.Do(new ListNotices(), await store.As("county"))).Notices);
    }

    [Fact]
    public async Task What_was_sent_anew_since_it_was_looked_at_is_not_decided_unseen()
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        await store.Do(new WithdrawReport(id), clerk);
        await store.Do(new SaveDraft(id, Rounds.Cells(("03.month", "54"))), clerk);
        await store.Do(new SubmitReport(id), clerk);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new AcceptReports([id], new Dictionary<Guid, int> { [id] = 1 }), reviewer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new ReturnReport(id, Reasons("03.month"), Seen: 1), reviewer)).Problem!.Kind);
        Assert.Equal(1, (await store.Do(new AcceptReports([id], new Dictionary<Guid, int> { [id] = 2 }), reviewer)).Accepted);
    }

    [Fact]
    public async Task Many_are_accepted_together_or_none()
    {
        await using var store = await Sent("A", "B");
        var (reviewer, a, b) = (await store.As("reviewer"), await Rounds.ReportOf(store, "A"), await Rounds.ReportOf(store, "B"));
        await store.Do(new ReturnReport(b, Reasons("")), reviewer);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new AcceptReports([a, b]), reviewer)).Problem!.Kind);
        Assert.Equal(["A"], (await store.Do(new ListReviews(All), reviewer)).Reports.Select(report => report.Unit));
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AcceptReports([]), reviewer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ReturnReport(a, new Dictionary<string, string>()), reviewer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ReturnReport(a, new Dictionary<string, string> { ["99.month"] = "x" }), reviewer)).Problem!.Kind);
    }

    // The clerk acts for one enterprise after another, so that each has sent its report.
    private async Task<Store> Sent(params string[] units)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 3, 1, 0, 0, TimeSpan.Zero));
        foreach (var unit in units)
            await Firms.Add(store, unit);
        await store.Do(new OpenRound("firm_month", Rounds.June), await store.As("officer"));
        var (clerk, code) = (await store.As("clerk"), "demo-enterprise");
        foreach (var unit in units)
        {
            await Firms.GiveTo(store, unit, code);
            (code, var id) = (unit, await Rounds.ReportOf(store, unit));
            await store.Do(new SaveDraft(id, Rounds.Good), clerk);
            await store.Do(new SubmitReport(id), clerk);
            store.Time.Advance(TimeSpan.FromMinutes(1));
        }

        return store;
    }

    private static Task<int> Set(Store store, string unit, decimal score, int explained) => store.InDb(db =>
        db.Set<Report>().Where(report => report.Unit == unit).ExecuteUpdateAsync(set => set.SetProperty(report => report.Score, score).SetProperty(report => report.Explained, explained)));

    private static Dictionary<string, string> Reasons(string cell) => new() { [cell] = "请核实" };
}

/// <summary>Reviews on the embedded store.</summary>
public sealed class ReviewOnSqliteTests(PostgresCluster cluster) : ReviewTests(StoreKind.Sqlite, cluster);

/// <summary>Reviews on PostgreSQL.</summary>
public sealed class ReviewOnPostgresTests(PostgresCluster cluster) : ReviewTests(StoreKind.Postgres, cluster);
