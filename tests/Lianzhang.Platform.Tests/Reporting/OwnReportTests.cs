using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>The list of one's own reports, and what fills a report at once.</summary>
public sealed class OwnReportTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_list_has_what_is_to_do_by_the_day_it_is_due_then_what_was_sent_and_of_nobody_else(StoreKind kind)
    {
        var (opened, clerk, reviewer, june) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new OpenRound("firm_month", Rounds.June.Shift(-1)), await store.As("officer"));
        await store.InDb(db => db.Set<Report>().IgnoreQueryFilters().Where(report => report.Lock < new DateOnly(2026, 7, 3)).ExecuteUpdateAsync(set => set.SetProperty(report => report.Lock, new DateOnly(2026, 7, 20)).SetProperty(report => report.Due, new DateOnly(2026, 7, 20))));
        var list = await store.Do(new ListOwnReports(), clerk);
        Assert.Equal([Rounds.June, Rounds.June.Shift(-1)], list.Reports.Select(report => report.Period));
        Assert.All(list.Reports, report => Assert.Equal((Rounds.Enterprise, ReportTask.ToDo, false), (report.Unit, report.Task, report.IsLocked)));
        Assert.Equal((2, 2, 2, 0), (list.Total, list.ToDo, list.ToDoThisMonth, list.InReview));

        await store.Do(new SaveDraft(june, Rounds.Good), clerk);
        await store.Do(new SubmitReport(june), clerk);
        var sent = await store.Do(new ListOwnReports(PageSize: 1, Page: 2), clerk);
        Assert.Equal((june, ReportTask.InReview), (sent.Reports.Single().Id, sent.Reports.Single().Task));
        Assert.Equal((2, 1, 1, 1), (sent.Total, sent.ToDo, sent.ToDoThisMonth, sent.InReview));

        // What is locked is still listed, and no work any more.
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 21, 1, 0, 0, TimeSpan.Zero));
        var late = await store.Do(new ListOwnReports(), clerk);
        Assert.Equal((2, 0, 0, 1, 1), (late.Total, late.ToDo, late.ToDoThisMonth, late.InReview, late.Locked));
        Assert.True(late.Reports[0].IsLocked);

        // Nor is what nobody expects any more.
        await store.Do(new ExemptReport(late.Reports[0].Id, "停产"));
        var exempt = await store.Do(new ListOwnReports(), clerk);
        Assert.Equal((2, 0, 0), (exempt.Total, exempt.ToDo, exempt.Locked));
        Assert.Equal(ReportTask.Done, exempt.Reports[^1].Task);

        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListOwnReports(), reviewer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ListOwnReports(Page: 0), clerk)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task As_last_time_fills_what_is_empty_from_what_was_accepted(StoreKind kind)
    {
        var (opened, clerk, reviewer, june) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        Assert.Equal("以前没有已通过的同一报表，请直接填写。", (await store.Ask(new FillDraft(june, FillWay.LikeLast), clerk)).Problem!.Detail.Zh);
        await store.Do(new SaveDraft(june, Rounds.Good), clerk);
        await store.Do(new SubmitReport(june), clerk);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new FillDraft(june, FillWay.LikeLast), clerk)).Problem!.Kind);
        await store.Do(new AcceptReports([june]), reviewer);

        store.Time.SetUtcNow(new DateTimeOffset(2026, 8, 3, 1, 0, 0, TimeSpan.Zero));
        await store.Do(new OpenRound("firm_month", Rounds.June.Shift(1)), await store.As("officer"));
        var july = (await store.Do(new ListOwnReports(), clerk)).Reports[0].Id;
        await store.Do(new SaveDraft(july, Rounds.Cells(("01.month", "7"))), clerk);
        var filled = await store.Do(new FillDraft(july, FillWay.LikeLast), clerk);
        var content = (await store.Do(new GetOwnReport(july), clerk)).Content;
        // What was typed stays, and a figure from January on is not last month's.
        Assert.Equal(("7", "45", "有机小米", null), (content.Find("01.month")!.Typed, content.Find("03.month")!.Typed, content.Find("products.1.name")!.Typed, content.Find("02.ytd")?.Typed));
        Assert.Equal(content.Cells.Count - 1, filled.Filled);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new FillDraft(july, FillWay.LikeLast), reviewer)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nothing_to_report_says_that_nothing_happened_and_makes_up_no_stock(StoreKind kind)
    {
        var (opened, clerk, _, june) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new FillDraft(june, FillWay.Nothing), clerk);
        var content = (await store.Do(new GetOwnReport(june), clerk)).Content;
        Assert.Equal("0", content.Find("01.month")!.Typed);
        // How many there are was never said, and is not made up.
        Assert.Null(content.Find("03.month"));
    }
}
