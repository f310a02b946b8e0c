using Lianzhang.Core.Inspections;
using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Supervision;
using Lianzhang.Platform.Tests.Inspections;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Supervision;

/// <summary>Orders for what is late or was found beside the targets.</summary>
public abstract class WatchedWorkTests(StoreKind kind, PostgresCluster cluster)
{
    [Fact]
    public async Task Milestones_that_are_missed_are_an_order_each()
    {
        await using var store = await RedLight.OpenWithRule(kind, cluster, "milestone_missed");
        Assert.Equal(new OpenedOrders(2, 0), await store.Do(new OpenOrders()));
        Assert.Equal(new OpenedOrders(0, 0), await store.Do(new OpenOrders()));
        var lines = (await store.Do(new ListOrders(), await store.As("officer"))).Orders;
        Assert.Equal(["任务“建设冷链仓储”节点“主体完工”逾期", "任务“建设冷链仓储”节点“选址落地”逾期"], lines.Select(line => line.Title.Zh).Order(StringComparer.Ordinal));
        // The programme's body has no organisation of its code here, so that the commission answers for it.
        Assert.All(lines, line => Assert.EndsWith("发展和改革委员会", line.Owner, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_that_is_overdue_is_an_order()
    {
        await using var store = await RedLight.OpenWithRule(kind, cluster, "measure_overdue");
        Assert.Equal(new OpenedOrders(0, 0), await store.Do(new OpenOrders()));
        await RedLight.At(store, 2027, 1, 4);
        Assert.Equal(new OpenedOrders(1, 0), await store.Do(new OpenOrders()));
        Assert.Equal("任务“建设冷链仓储”逾期未完成", (await RedLight.See(store, await RedLight.Only(store))).Line.Title.Zh);
    }

    [Fact]
    public async Task An_appeal_that_nobody_deals_with_is_an_order_until_somebody_does()
    {
        await using var store = await RedLight.OpenWithRule(kind, cluster, "appeal_overdue");
        await store.Do(new FileAppeal("land", "用电报装", "请协调增容"), await store.As("clerk"));
        Assert.Equal(new OpenedOrders(0, 0), await store.Do(new OpenOrders()));
        await RedLight.At(store, 2026, 7, 8);
        Assert.Equal(new OpenedOrders(1, 0), await store.Do(new OpenOrders()));
        Assert.Contains("“用电报装”逾期未办", (await RedLight.See(store, await RedLight.Only(store))).Line.Title.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_is_an_order_whose_closing_settles_it()
    {
        await using var store = await RedLight.OpenWithRule(kind, cluster, "inspection_finding");
        var verifier = await store.As("verifier");
        await store.Do(new PlanInspections("safety", new DateOnly(2026, 7, 10), Units: [RedLight.Firm]), await store.As("officer"));
        var id = Assert.Single((await store.Do(new ListInspections(), verifier)).Inspections).Id;
        await store.Do(new SaveInspection(id, new Dictionary<string, string> { ["exits"] = "no", ["workers"] = "12", ["remarks"] = "通道堆放物料" }, await Photographs.Of(store, verifier, "exits")), verifier);
        await store.Do(new AddFinding(id, FindingLevel.Serious, "疏散通道被占用", "exits"), verifier);
        Assert.Equal(new OpenedOrders(0, 0), await store.Do(new OpenOrders()));
        await store.Do(new FinishInspection(id), verifier);
        Assert.Equal(new OpenedOrders(1, 0), await store.Do(new OpenOrders()));
        var order = await RedLight.Only(store);
        Assert.Equal("F1：疏散通道被占用", (await RedLight.See(store, order)).Line.Title.Zh);
        await RedLight.Verify(store, order);
        Assert.Null(await RedLight.Close(store, order));
        Assert.NotNull((await store.Do(new GetInspection(id), verifier)).Findings.Single(finding => finding.Words == "疏散通道被占用").SettledOn);
        Assert.Equal(new OpenedOrders(0, 0), await store.Do(new OpenOrders()));
    }
}

/// <summary>Orders for late work on SQLite.</summary>
public sealed class WatchedWorkOnSqliteTests(PostgresCluster cluster) : WatchedWorkTests(StoreKind.Sqlite, cluster);

/// <summary>Orders for late work on PostgreSQL.</summary>
public sealed class WatchedWorkOnPostgresTests(PostgresCluster cluster) : WatchedWorkTests(StoreKind.Postgres, cluster);
