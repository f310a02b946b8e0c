using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;
using Lianzhang.Platform.Tests.Reporting;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Supervision;

/// <summary>Deadlines come once, whoever looks; and what others accepted, and owners accepted themselves.</summary>
public abstract class DeadlineTests(StoreKind kind, PostgresCluster cluster)
{
    [Fact]
    public async Task A_deadline_that_has_come_is_seen_to_once_however_many_get_to_it()
    {
        var (opened, id) = await RedLight.Lit(kind, cluster);
        await using var store = opened;
        Assert.Equal([DeadlineKind.Sign, DeadlineKind.Near, DeadlineKind.Rectify], await Waiting(store));
        Assert.Equal(0, await Fire(store));
        await RedLight.At(store, 2026, 7, 8);
        Assert.Equal(2, await Fire(store, 5));
        await RedLight.At(store, 2026, 7, 13);
        Assert.Equal(1, await Fire(store, 5));
        var view = await RedLight.See(store, id);
        Assert.Equal(("red", new DateOnly(2026, 7, 16)), (view.Line.Level.Code, view.Line.Due));
        Assert.Equal(["结果运用：约谈", "期限 2026-07-10 已过，升级为督办"], view.Events.Take(2).Select(happened => happened.Words.Zh));
        Assert.Equal(["临近办理期限 2026-07-10", "逾期未签收，请立即签收"], view.Events.Skip(2).Take(2).Select(happened => happened.Words.Zh).Order(StringComparer.Ordinal));
        Assert.Equal(-2, view.Events[0].Points);
        // At the last level it stays, and time is set anew.
        await RedLight.At(store, 2026, 7, 20);
        Assert.True(await Fire(store) > 0);
        Assert.Equal("red", (await RedLight.See(store, id)).Line.Level.Code);
        Assert.Contains("仍未整改到位", (await RedLight.See(store, id)).Events.First(happened => happened.Action == OrderAction.Escalate).Words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_longer_waited_for_does_not_come()
    {
        var (opened, id) = await RedLight.Lit(kind, cluster);
        await using var store = opened;
        var sign = await store.InDb(db => db.Set<OrderDeadline>().Where(deadline => deadline.Kind == DeadlineKind.Sign).Select(deadline => deadline.Id).SingleAsync());
        await RedLight.Verify(store, id);
        Assert.Empty(await Waiting(store));
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new FireDeadline(sign))).Problem!.Kind);
        await store.Do(new JudgeOrder(id, OrderAction.Return, new("佐证不全")), await store.As("verifier"));
        Assert.Equal([DeadlineKind.Near, DeadlineKind.Rectify], await Waiting(store));
        await store.Do(new DirectOrder(id, OrderAction.Suspend, new("等待批复")), await store.As("officer"));
        Assert.Empty(await Waiting(store));
    }

    [Fact]
    public async Task A_report_that_nobody_verifies_is_reminded_of()
    {
        var (opened, id) = await RedLight.Lit(kind, cluster);
        await using var store = opened;
        var county = await store.As("county");
        await store.Do(new AnswerOrder(id, OrderAction.Sign, new()), county);
        await store.Do(new AnswerOrder(id, OrderAction.Report, new("已整改", "照片")), county);
        Assert.Equal([DeadlineKind.Verify], await Waiting(store));
        await RedLight.At(store, 2026, 7, 11);
        Assert.Equal(1, await Fire(store));
        Assert.Equal("逾期未核查", (await RedLight.See(store, id)).Events[0].Words.Zh);
    }

    [Theory]
    [InlineData("officer", true)]
    [InlineData("reviewer", false)]
    public async Task A_figure_that_the_owner_accepted_itself_closes_nothing(string reviewer, bool closes)
    {
        await using var store = await RedLight.Open(kind, cluster);
        await Registers.Firms.GiveTo(store, RedLight.Firm, "demo-enterprise");
        await RedLight.Say(store, 5, 100);
        await store.Do(new OpenOrders());
        var id = await RedLight.Only(store);
        await RedLight.Verify(store, id);
        await store.Do(new OpenRound("firm_month", Period.OfMonth(2026, 6)), await store.As("officer"));
        var report = await Rounds.ReportOf(store, RedLight.Firm);
        await store.Do(new SaveDraft(report, Rounds.Good), await store.As("clerk"));
        await store.Do(new SubmitReport(report), await store.As("clerk"));
        await store.Do(new AcceptReports([report]), await store.As(reviewer));
        var refused = await RedLight.Close(store, id);
        Assert.Equal(closes, refused is null);
        if (!closes)
            Assert.Contains("只计责任单位以外审核的首次上报数", refused!.Detail.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_that_are_overdue_are_one_order_of_their_county_and_closed_when_they_are_there()
    {
        await using var store = await RedLight.Open(kind, cluster);
        await Registers.Firms.GiveTo(store, RedLight.Firm, "demo-enterprise");
        await store.Do(new OpenRound("firm_month", Period.OfMonth(2026, 6)), await store.As("officer"));
        Assert.Equal(new OpenedOrders(0, 0), await store.Do(new OpenOrders()));
        await RedLight.At(store, 2026, 7, 8);
        Assert.Equal(new OpenedOrders(1, 0), await store.Do(new OpenOrders()));
        var id = await RedLight.Only(store);
        Assert.Equal("河东镇2026年6月“企业生产经营月报”逾期未报 1 家", (await RedLight.See(store, id)).Line.Title.Zh);
        await RedLight.Verify(store, id);
        Assert.Contains("逾期未报 1 家，不能销号", (await RedLight.Close(store, id))!.Detail.Zh, StringComparison.Ordinal);
        var report = await Rounds.ReportOf(store, RedLight.Firm);
        await store.Do(new SaveDraft(report, Rounds.Good), await store.As("clerk"));
        await store.Do(new SubmitReport(report), await store.As("clerk"));
        Assert.Null(await RedLight.Close(store, id));
        Assert.Equal(new OpenedOrders(0, 0), await store.Do(new OpenOrders()));
    }

    private static Task<List<DeadlineKind>> Waiting(Store store) =>
        store.InDb(db => db.Set<OrderDeadline>().Where(deadline => deadline.FiredAt == null).OrderBy(deadline => deadline.At).ThenByDescending(deadline => deadline.Kind).Select(deadline => deadline.Kind).ToListAsync());

    // Several processes that all found the same deadlines; how often one was seen to.
    private static async Task<int> Fire(Store store, int processes = 1)
    {
        var now = store.Time.GetUtcNow();
        var due = await store.InDb(db => db.Set<OrderDeadline>().Where(deadline => deadline.FiredAt == null && deadline.At <= now).Select(deadline => deadline.Id).ToListAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, processes).SelectMany(_ => due).Select(deadline => Task.Run(() => store.Ask(new FireDeadline(deadline)))));
        return answers.Count(answer => answer.Problem is null);
    }
}

/// <summary>Deadlines on SQLite.</summary>
public sealed class DeadlinesOnSqliteTests(PostgresCluster cluster) : DeadlineTests(StoreKind.Sqlite, cluster);

/// <summary>Deadlines on PostgreSQL.</summary>
public sealed class DeadlinesOnPostgresTests(PostgresCluster cluster) : DeadlineTests(StoreKind.Postgres, cluster);
