using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;
using Lianzhang.Platform.Tests.Attachments;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Supervision;

/// <summary>From a red light to a closed order, and everything that must not be possible between.</summary>
public abstract class OrderTests(StoreKind kind, PostgresCluster cluster)
{
    [Fact]
    public async Task A_red_light_opens_an_order_that_only_its_recovery_closes()
    {
        var (opened, id) = await RedLight.Lit(kind, cluster);
        await using var store = opened;
        var county = await store.As("county");
        var line = Assert.Single((await store.Do(new ListOrders(OrderShelf.Own), county)).Orders);
        Assert.Equal(("督〔2026〕1号", "河东镇2026年月度营收严重滞后", OrderState.Assigned, "yellow", new DateOnly(2026, 7, 10), 5), (line.Number.Zh, line.Title.Zh, line.State, line.Level.Code, line.Due, line.DaysLeft));
        Assert.Contains("新督办单", (await store.Do(new ListNotices(), county)).Notices[0].Title.Zh, StringComparison.Ordinal);
        Assert.Contains((await store.Do(new FeedOwnOrders(), county)).Items, item => item.Title.Zh.StartsWith("签收督办单", StringComparison.Ordinal));
        var evidence = (await RedLight.See(store, id)).Evidence!;
        Assert.Equal((1200m, 100m, 595m, "2026-06"), (evidence.Target, evidence.Actual, decimal.Round(evidence.Expected!.Value), evidence.Period));

        await RedLight.Verify(store, id);
        Assert.StartsWith("月度营收须2026年6月以后连续 1 期恢复正常", (await RedLight.Close(store, id))!.Detail.Zh, StringComparison.Ordinal);
        await RedLight.At(store, 2026, 8, 4);
        await RedLight.Say(store, 7, 300);
        Assert.Equal("月度营收2026年7月仍为“严重滞后”，尚未恢复，不能销号。", (await RedLight.Close(store, id))!.Detail.Zh);
        await RedLight.At(store, 2026, 9, 4);
        await RedLight.Say(store, 8, 800);
        Assert.Null(await RedLight.Close(store, id));

        var view = await RedLight.See(store, id);
        Assert.Equal(OrderState.Closed, view.Line.State);
        Assert.Empty(view.Actions);
        Assert.Equal([OrderAction.Close, OrderAction.Verify, OrderAction.Report, OrderAction.Sign, OrderAction.Assign, null], view.Events.Select(happened => happened.Action));
        Assert.Contains("佐证：现场照片 3 张", view.Events[2].Words.Zh, StringComparison.Ordinal);
        Assert.Equal(new OpenedOrders(0, 0), await store.Do(new OpenOrders()));
        Assert.Equal(id, Assert.Single((await store.Do(new ListOrders(OrderShelf.Ended), county)).Orders).Id);
    }

    [Fact]
    public async Task A_figure_that_was_corrected_afterwards_closes_nothing()
    {
        var (opened, id) = await RedLight.Lit(kind, cluster);
        await using var store = opened;
        await RedLight.Verify(store, id);
        await RedLight.At(store, 2026, 8, 4);
        // The month that opened it, and the first version of the month after it.
        await RedLight.Say(store, 6, 700);
        await RedLight.Say(store, 7, 300);
        await RedLight.Say(store, 7, 900);
        Assert.Contains("2026年7月仍为“严重滞后”", (await RedLight.Close(store, id))!.Detail.Zh, StringComparison.Ordinal);
        await RedLight.At(store, 2026, 9, 4);
        await RedLight.Say(store, 8, 900);
        Assert.Null(await RedLight.Close(store, id));
    }

    [Fact]
    public async Task A_matter_has_one_open_order_however_many_look_at_once()
    {
        await using var store = await RedLight.Open(kind, cluster);
        await RedLight.Say(store, 6, 100);
        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => store.Do(new OpenOrders()))));
        Assert.Equal(1, opened.Sum(one => one.New));
        await RedLight.Only(store);
        // A later figure that is as red is the same matter.
        await RedLight.At(store, 2026, 8, 4);
        await RedLight.Say(store, 7, 50);
        Assert.Equal(new OpenedOrders(0, 0), await store.Do(new OpenOrders()));
    }

    [Fact]
    public async Task Nobody_judges_what_his_own_body_did_and_what_one_may_not_see_is_not_there()
    {
        var (opened, id) = await RedLight.Lit(kind, cluster);
        await using var store = opened;
        // The officer handles orders, but not this county's.
        Assert.Equal("您不能签收这件督办单。", (await store.Ask(new AnswerOrder(id, OrderAction.Sign, new()), await store.As("officer"))).Problem!.Detail.Zh);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new JudgeOrder(id, OrderAction.Close, new("同意")), await store.As("county"))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetOrder(id), await store.As("clerk"))).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AnswerOrder(id, OrderAction.Close, new("同意")), await store.As("county"))).Problem!.Kind);
        var county = await store.As("county");
        await store.Do(new AnswerOrder(id, OrderAction.Sign, new()), county);
        Assert.Equal("报告完成整改须附佐证。", (await store.Ask(new AnswerOrder(id, OrderAction.Report, new("已整改")), county)).Problem!.Detail.Zh);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AnswerOrder(id, OrderAction.Progress, new(new string('长', 2_001))), county)).Problem!.Kind);
        Assert.Equal([OrderAction.Progress, OrderAction.Report, OrderAction.AskExtension], (await RedLight.See(store, id, "county")).Actions);
        Assert.Equal([OrderAction.Assign, OrderAction.Escalate, OrderAction.Suspend, OrderAction.Cancel], (await RedLight.See(store, id)).Actions);
    }

    [Fact]
    public async Task What_was_ended_unresolved_is_not_opened_again_by_the_same_figure()
    {
        var (opened, id) = await RedLight.Lit(kind, cluster);
        await using var store = opened;
        await store.Do(new EndOrder(id, "国家政策调整，目标相应调减"), await store.As("leader"));
        Assert.Equal(OrderState.Unresolved, (await RedLight.See(store, id)).Line.State);
        Assert.Equal(new OpenedOrders(0, 0), await store.Do(new OpenOrders()));
        await RedLight.At(store, 2026, 8, 4);
        await RedLight.Say(store, 7, 50);
        Assert.Equal(new OpenedOrders(1, 0), await store.Do(new OpenOrders()));
    }

    [Fact]
    public async Task A_relapse_opens_the_same_order_again_and_later_a_new_one()
    {
        var (opened, id) = await RedLight.Lit(kind, cluster);
        await using var store = opened;
        await RedLight.Verify(store, id);
        await RedLight.At(store, 2026, 8, 4);
        await RedLight.Say(store, 7, 800);
        Assert.Null(await RedLight.Close(store, id));
        await RedLight.At(store, 2026, 9, 4);
        await RedLight.Say(store, 8, 100);
        Assert.Equal(new OpenedOrders(0, 1), await store.Do(new OpenOrders()));
        var again = await RedLight.See(store, id);
        Assert.Equal((OrderState.Assigned, new DateOnly(2026, 9, 11)), (again.Line.State, again.Line.Due));
        Assert.Contains("问题反弹", again.Events.Single(happened => happened.Action == OrderAction.Reopen).Words.Zh, StringComparison.Ordinal);

        // What was good before the relapse does not close it.
        Assert.Equal("2026-08", await store.InDb(db => db.Set<Order>().Select(order => order.Period).SingleAsync()));
        await RedLight.Verify(store, id);
        Assert.Contains("2026年8月以后", (await RedLight.Close(store, id))!.Detail.Zh, StringComparison.Ordinal);

        await store.Do(new DirectOrder(id, OrderAction.Cancel, new("误立")), await store.As("officer"));
        await RedLight.At(store, 2026, 12, 4);
        await RedLight.Say(store, 11, 100);
        Assert.Equal(new OpenedOrders(1, 0), await store.Do(new OpenOrders()));
    }

    [Fact]
    public async Task An_order_by_hand_has_the_days_of_its_source()
    {
        await using var store = await RedLight.Open(kind, cluster);
        var officer = await store.As("officer");
        var owner = await Office("demo-county");
        var note = (await store.Do(new OpenOrder("note", "核实用地", "七月底前完成", "990101001", owner), officer)).Id;
        var decision = (await store.Do(new OpenOrder("decision", "园区道路", "年内开工", "990101"), officer)).Id;
        Assert.Equal((OrderState.Assigned, new DateOnly(2026, 7, 20), "yellow"), await Of(note));
        Assert.Equal((OrderState.Registered, new DateOnly(2026, 8, 14), "red"), await Of(decision));
        await RedLight.Verify(store, note);
        Assert.Null(await RedLight.Close(store, note));

        foreach (var wrong in new OpenOrder[]
        {
            new("rumour", "核实", "核实", "990101"), new("note", " ", "核实", "990101"), new("note", "核实", string.Empty, "990101"), new("note", "核实", "核实", "990199"),
            new("note", "核实", "核实", "990101", Guid.CreateVersion7(store.Time.GetUtcNow())), new("note", "核实", "核实", "990101", Due: new DateOnly(2026, 7, 2)),
            new("note", "核实", "核实", "990101", Due: new DateOnly(2028, 7, 4)), new("note", "核实", "核实", "990101", await Office("demo-enterprise")),
        })
            Assert.Equal(ProblemKind.Invalid, (await store.Ask(wrong, officer)).Problem!.Kind);

        await store.Do(new DirectOrder(decision, OrderAction.Assign, new(Owner: owner)), officer);
        Assert.Contains("交", (await RedLight.See(store, decision)).Events[0].Words.Zh, StringComparison.Ordinal);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new DirectOrder(decision, OrderAction.Assign, new()), officer)).Problem!.Kind);

        Task<Guid> Office(string code) => store.InDb(db => db.Set<Platform.Identity.Organisation>().Where(one => one.Code == code).Select(one => one.Id).SingleAsync());

        async Task<(OrderState, DateOnly, string)> Of(Guid id) => (await RedLight.See(store, id)).Line is var line ? (line.State, line.Due, line.Level.Code) : default;
    }

    [Fact]
    public async Task More_time_is_asked_for_and_given_and_a_suspended_clock_stands_still()
    {
        var (opened, id) = await RedLight.Lit(kind, cluster);
        await using var store = opened;
        var (county, officer) = (await store.As("county"), await store.As("officer"));
        await store.Do(new AnswerOrder(id, OrderAction.Sign, new()), county);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AnswerOrder(id, OrderAction.AskExtension, new("汛期", Until: new DateOnly(2026, 7, 10))), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AnswerOrder(id, OrderAction.AskExtension, new("汛期", Until: new DateOnly(9999, 12, 31))), county)).Problem!.Kind);
        await store.Do(new AnswerOrder(id, OrderAction.AskExtension, new("汛期停工", Until: new DateOnly(2026, 7, 17))), county);
        Assert.Contains((await store.Do(new FeedManagedOrders(), officer)).Items, item => item.Title.Zh.StartsWith("审批延期", StringComparison.Ordinal));
        await store.Do(new DirectOrder(id, OrderAction.Extend, new("同意", Until: new DateOnly(2026, 7, 16))), officer);
        Assert.Equal((new DateOnly(2026, 7, 16), (DateOnly?)null), ((await RedLight.See(store, id)).Line.Due, (await RedLight.See(store, id)).AskedUntil));

        await RedLight.At(store, 2026, 7, 14);
        await store.Do(new DirectOrder(id, OrderAction.Suspend, new("等待批复")), officer);
        await RedLight.At(store, 2026, 8, 3);
        await store.Do(new DirectOrder(id, OrderAction.Resume, new()), officer);
        Assert.Equal(new DateOnly(2026, 8, 5), (await RedLight.See(store, id)).Line.Due);
    }

    [Fact]
    public async Task Past_months_show_what_the_rules_would_have_opened_and_nothing_is_opened()
    {
        await using var store = await RedLight.Open(kind, cluster);
        foreach (var (month, revenue) in new[] { (3, 300m), (4, 10m), (5, 120m), (6, 600m) })
            await RedLight.Say(store, month, revenue);
        var tried = await store.Do(new TryRules(4), await store.As("officer"));
        Assert.Equal([(new DateOnly(2026, 5, 31), false), (new DateOnly(2026, 4, 30), true)], tried.Matters.Select(one => (one.Day, one.IsNew)));
        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 6, 30)), (tried.From, tried.To));
        Assert.Equal(0, await store.InDb(db => db.Set<Order>().CountAsync()));
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new TryRules(25), await store.As("officer"))).Problem!.Kind);
    }

    [Fact]
    public async Task A_file_is_evidence_that_those_see_who_see_the_order()
    {
        var (opened, id) = await RedLight.Lit(kind, cluster);
        await using var store = opened;
        var county = await store.As("county");
        await store.Do(new AnswerOrder(id, OrderAction.Sign, new()), county);
        var file = (await store.Provider.GetRequiredService<ReceiveFiles>().Take("会议纪要.pdf", new MemoryStream(Samples.Pdf), county, TestContext.Current.CancellationToken)).Value!;
        await store.Do(new AnswerOrder(id, OrderAction.Report, new("已整改", Files: [file.Id])), county);
        Assert.Equal("会议纪要.pdf", Assert.Single((await RedLight.See(store, id)).Events[0].Files).Name);
        Assert.NotNull(await store.Do(new GetAttachment(file.Id), await store.As("verifier")));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetAttachment(file.Id), await store.As("clerk"))).Problem!.Kind);
        // A file is used once.
        await store.Do(new JudgeOrder(id, OrderAction.Return, new("不全")), await store.As("verifier"));
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AnswerOrder(id, OrderAction.Report, new("已整改", Files: [file.Id])), county)).Problem!.Kind);
    }

    [Fact]
    public async Task Lists_are_filtered_counted_and_exported()
    {
        var (opened, id) = await RedLight.Lit(kind, cluster);
        await using var store = opened;
        var officer = await store.As("officer");
        var page = await store.Do(new ListOrders(), officer);
        Assert.Equal([("red", 0), ("yellow", 1)], page.Levels.Select(one => (one.Level.Code, one.Count)));
        Assert.Empty((await store.Do(new ListOrders(Level: "red"), officer)).Orders);
        Assert.Equal(id, Assert.Single((await store.Do(new ListOrders(Search: "营收", Region: "990101001"), officer)).Orders).Id);
        Assert.Empty((await store.Do(new ListOrders(OrderShelf.Own), officer)).Orders);
        using var timeline = new Sheet((await store.Do(new ExportOrders(Language.Chinese), officer)).Content, "办理过程");
        Assert.Empty(timeline.Faults);
        Assert.Equal([("督〔2026〕1号", "立单"), ("督〔2026〕1号", "交办")], timeline.List.Select(row => (row[0], row[3])));
        using var empty = new Sheet((await store.Do(new ExportOrders(Language.Chinese, Search: "没有"), officer)).Content, "办理过程");
        Assert.Empty(empty.List);
        await RedLight.At(store, 2026, 7, 13);
        Assert.Equal((1, -1), ((await store.Do(new ListOrders(), officer)).Overdue, (await store.Do(new ListOrders(), officer)).Orders[0].DaysLeft));
    }
}

/// <summary>Orders on SQLite.</summary>
public sealed class OrdersOnSqliteTests(PostgresCluster cluster) : OrderTests(StoreKind.Sqlite, cluster);

/// <summary>Orders on PostgreSQL.</summary>
public sealed class OrdersOnPostgresTests(PostgresCluster cluster) : OrderTests(StoreKind.Postgres, cluster);
