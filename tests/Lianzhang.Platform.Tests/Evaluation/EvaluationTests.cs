using Lianzhang.Core.Evaluating;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Evaluation;
using Lianzhang.Platform.Measures;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Evaluation;

/// <summary>A programme looked back on: targets, measures, orders, and what moved after an order.</summary>
public abstract class EvaluationTests(StoreKind kind, PostgresCluster cluster)
{
    [Fact]
    public async Task What_moved_after_an_order_is_told_beside_the_towns_that_had_none()
    {
        await using var store = await FourTowns.Open(kind, cluster);
        var view = await store.Do(new GetEvaluation(AsOf: new(2026, 10, 5)), await store.As("leader"));
        var turned = view.Effects.Single(one => one.Order.Region == FourTowns.Turned);
        Assert.Equal((EffectVerdict.MovedWithOrder, ComparedWith.Regions, 2), (turned.Effect.Verdict, turned.With, turned.Effect.Compared));
        // From 1,000 to 600 within three months, and back within three: 13.3 points each month.
        Assert.Equal((-13.33m, 13.33m, 26.67m), (Round(turned.Effect.Own!.Before), Round(turned.Effect.Own.After), Round(turned.Effect.Difference!.Value)));
        Assert.Equal(new EffectChange(0, 0), turned.Effect.Group);
        Assert.Equal((Period.OfMonth(2026, 6), "月度营收", 2026), (turned.Opened, turned.Indicator.Zh, turned.Year));
        // The first version of July was 700.
        Assert.Equal(-30m, turned.Effect.Points.Single(point => point.Step == 1).Own);
        Assert.Equal(EffectVerdict.Rebounded, view.Effects.Single(one => one.Order.Region == FourTowns.Rebounded).Effect.Verdict);
        Assert.Equal((1, 1, 0), (Count(EffectVerdict.MovedWithOrder), Count(EffectVerdict.Rebounded), Count(EffectVerdict.TooLittleData)));
        Assert.Contains("2 件可对照数据，督办后改善 1 件", view.Summary.Zh, StringComparison.Ordinal);

        int Count(EffectVerdict verdict) => view.Verdicts.Single(count => count.Verdict == verdict).Count;
    }

    [Fact]
    public async Task Before_enough_periods_are_known_nothing_is_said_of_an_order()
    {
        await using var store = await FourTowns.Open(kind, cluster);
        var view = await store.Do(new GetEvaluation(AsOf: new(2026, 7, 31)), await store.As("leader"));
        Assert.All(view.Effects, one => Assert.Equal(EffectVerdict.TooLittleData, one.Effect.Verdict));
        Assert.Equal([1, 1], view.Effects.Select(one => one.Effect.KnownAfter));
        Assert.All(view.Orders, order => Assert.Null(order.Ended));
        Assert.Empty((await store.Do(new GetEvaluation(AsOf: new(2026, 7, 2)), await store.As("leader"))).Effects);
    }

    [Fact]
    public async Task Orders_are_counted_by_what_opened_them_and_by_how_they_ended()
    {
        await using var store = await FourTowns.Open(kind, cluster);
        await store.Do(new OpenOrder("note", "核实用地", "七月底前完成", "990101"), await store.As("officer"));
        var wrong = (await store.Do(new OpenOrder("note", "误立", "无", "990101"), await store.As("officer"))).Id;
        await store.Do(new DirectOrder(wrong, OrderAction.Cancel, new("误立")), await store.As("officer"));
        var view = await store.Do(new GetEvaluation(AsOf: new(2026, 10, 5)), await store.As("leader"));
        var byRule = view.Sources.Single(group => group.Name.Zh == "严重滞后");
        // Opened on 3 July with five working days; closed on 5 October.
        Assert.Equal((2, 1, 0, 1, 2), (byRule.Total, byRule.Closed, byRule.Unresolved, byRule.Open, byRule.Late));
        Assert.Equal((94m, 7m), (byRule.DaysTaken, byRule.DaysGiven));
        var byHand = view.Sources.Single(group => group.Name.Zh == "领导批示");
        Assert.Equal((2, 1, 1, 0), (byHand.Total, byHand.Cancelled, byHand.Open, byHand.Late));
        Assert.Equal([("预警", 4, Colour.Yellow)], view.Levels.Select(level => (level.Name.Zh, level.Total, level.Colour!.Value)));
        // A deadline that passed makes an order late, though it was given another one.
        var open = view.Orders.Single(order => order.Region == FourTowns.Rebounded).Id;
        var owner = await store.InDb(db => db.Set<Platform.Identity.Organisation>().Where(one => one.Code == "demo-county").Select(one => one.Id).SingleAsync());
        await store.Do(new DirectOrder(open, OrderAction.Assign, new(Owner: owner)), await store.As("officer"));
        var due = await store.InDb(db => db.Set<OrderDeadline>().Where(deadline => deadline.OrderId == open && deadline.Kind == DeadlineKind.Rectify).Select(deadline => deadline.Id).SingleAsync());
        await store.Do(new FireDeadline(due));
        var later = await store.Do(new GetEvaluation(AsOf: new(2026, 10, 5)), await store.As("leader"));
        var escalated = later.Orders.Single(order => order.Level.Code == "red");
        Assert.True(escalated.IsLate && escalated.Due > new DateOnly(2026, 10, 5));
    }

    [Fact]
    public async Task Targets_and_tasks_stand_side_by_side_as_of_the_day()
    {
        await using var store = await FourTowns.Open(kind, cluster);
        await store.Do(new FillMeasures(Period.OfMonth(2026, 9)));
        var leader = await store.As("leader");
        var mid = await store.Do(new GetEvaluation(AsOf: new(2026, 6, 30)), leader);
        Assert.StartsWith("青禾县 ", mid.Summary.Zh, StringComparison.Ordinal);
        Assert.Contains("达到进度", mid.Summary.Zh, StringComparison.Ordinal);
        var firms = mid.Targets.Single(target => target.Row is { Indicator: "textile_firms", Year: 2026 });
        // 88 at the end of 2024, 92 at the end of March 2026; the year has no quarter to begin from, so that nothing is foretold.
        Assert.Equal((92m, null), (firms.Row.Actual!.Value, firms.Forecast));
        var output = mid.Targets.Single(target => target.Row is { Indicator: "food_output", Year: 2026 });
        Assert.Equal((53m, 59.49m), (output.Row.Actual!.Value, output.Forecast));
        var branch = Assert.Single(mid.Measures);
        Assert.Equal(("园区建设工程", 1), (branch.Name.Zh, branch.Tasks));

        var final = await store.Do(new GetEvaluation(EvaluationKind.Final, new(2026, 6, 30)), leader);
        Assert.True(final.IsEarly);
        Assert.Contains("结果待定", final.Summary.Zh, StringComparison.Ordinal);
        var town = await store.Do(new GetEvaluation(Region: FourTowns.Turned), leader);
        Assert.All(town.Targets, target => Assert.Equal(FourTowns.Turned, target.Row.Region));
        Assert.Equal((new DateOnly(2026, 9, 30), 1), (town.AsOf, town.Orders.Count));
        using var targets = new Sheet((await store.Do(new ExportEvaluation(Language.Chinese, new GetEvaluation()), leader)).Content, "中期评估·目标");
        Assert.Empty(targets.Faults);
        Assert.Equal(mid.Targets.Count, targets.List.Count);
        using var effects = new Sheet((await store.Do(new ExportEvaluation(Language.Chinese, new GetEvaluation(AsOf: new(2026, 10, 5))), leader)).Content, "督办前后");
        Assert.Equal(["督办后改善", "低点回升"], effects.List.Select(row => row[^1]).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task What_lies_ahead_is_refused_and_what_one_may_not_see_is_not_there()
    {
        await using var store = await FourTowns.Open(kind, cluster);
        var leader = await store.As("leader");
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new GetEvaluation(AsOf: new(2026, 10, 6)), leader)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new GetEvaluation((EvaluationKind)9), leader)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetEvaluation(Region: "990199"), leader)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetEvaluation(), await store.As("clerk"))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportEvaluation(Language.Chinese, new GetEvaluation()), await store.As("verifier"))).Problem!.Kind);
        // A county sees its own orders, and those of others still keep their towns out of the comparison.
        var county = await store.Do(new GetEvaluation(AsOf: new(2026, 10, 5)), await store.As("county"));
        Assert.Equal([FourTowns.Turned], county.Orders.Select(order => order.Region));
        Assert.Equal(2, county.Effects.Single().Effect.Compared);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetEvaluation(Region: FourTowns.Rebounded), await store.As("county"))).Problem!.Kind);
    }

    private static decimal Round(decimal points) => decimal.Round(points, 2);
}

/// <summary>Evaluations on SQLite.</summary>
public sealed class EvaluationOnSqliteTests(PostgresCluster cluster) : EvaluationTests(StoreKind.Sqlite, cluster);

/// <summary>Evaluations on PostgreSQL.</summary>
public sealed class EvaluationOnPostgresTests(PostgresCluster cluster) : EvaluationTests(StoreKind.Postgres, cluster);
