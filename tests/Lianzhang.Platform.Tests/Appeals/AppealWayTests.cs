using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Appeals;

/// <summary>The way of an appeal from who asks to who answers and back.</summary>
public sealed class AppealWayTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task It_is_filed_routed_answered_rated_reopened_once_and_rated_for_good(StoreKind kind)
    {
        await using var bench = await Bench.Open(kind, cluster);
        var store = bench.Store;
        var receipt = await store.Do(new FileAppeal("land", "扩建用地", Bench.Content), bench.Clerk);
        Assert.Equal(("诉求〔2026〕1号", new DateOnly(2026, 7, 1)), (receipt.Reference, receipt.RouteDue));
        var id = receipt.Id;
        await store.Do(new RouteAppeal(id, await bench.Office("demo-department")), bench.Officer);
        Assert.Equal(new DateOnly(2026, 7, 7), (await bench.View(id, bench.Department)).Due);
        await store.Do(new AskBack(id, "请补充宗地图"), bench.Department);
        Assert.Equal(5, (await bench.View(id, bench.Clerk)).DaysLeft);
        store.Time.Advance(TimeSpan.FromDays(6));
        await store.Do(new AnswerBack(id, "已上传"), bench.Clerk);
        Assert.Equal(new DateOnly(2026, 7, 13), (await bench.View(id, bench.Clerk)).Due);
        await store.Do(new AnswerAppeal(id, "已安排指标"), bench.Department);
        await store.Do(new RateAppeal(id, AppealRating.Not, "地块不合用"), bench.Clerk);
        await store.Do(new ReopenAppeal(id, "请另行选址"), bench.Clerk);
        await store.Do(new PassAppeal(id, await bench.Office("demo-county"), "由属地选址"), bench.Department);
        await store.Do(new AnswerAppeal(id, "已另选地块"), bench.County);
        await store.Do(new RateAppeal(id, AppealRating.Satisfied), bench.Clerk);
        Assert.Equal(ProblemKind.Conflict, await bench.Problem(new ReopenAppeal(id, "再来一次"), bench.Clerk));

        var view = await bench.View(id, bench.Clerk);
        Assert.Equal((AppealState.Closed, 2, AppealRating.Satisfied), (view.Line.State, view.Line.Round, view.Line.Rating));
        Assert.Equal(
            [AppealStep.File, AppealStep.Route, AppealStep.AskBack, AppealStep.AnswerBack, AppealStep.Answer, AppealStep.Rate, AppealStep.Reopen, AppealStep.Pass, AppealStep.Answer, AppealStep.Rate],
            view.Timeline.Select(entry => entry.Step));
        Assert.All(view.Timeline, entry => Assert.NotEmpty(entry.Words));
        Assert.Equal("由属地选址", view.Timeline[7].Words);
        Assert.Equal("青禾县工业和信息化局", view.Timeline[4].Organisation);
        Assert.Empty(view.May);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Each_sees_what_concerns_one_and_the_rest_is_not_there(StoreKind kind)
    {
        await using var bench = await Bench.Open(kind, cluster);
        var store = bench.Store;
        var id = await bench.File();
        foreach (var stranger in new[] { "unit", "department", "county", "leader", "sysadmin", "reviewer", "verifier", "park" })
            Assert.Equal(ProblemKind.NotFound, await bench.Problem(new GetAppeal(id), await store.As(stranger)));
        Assert.Equal(ProblemKind.NotFound, await bench.Problem(new AnswerAppeal(id, "越权"), bench.Department));
        Assert.Equal(ProblemKind.NotFound, await bench.Problem(new RouteAppeal(id, await bench.Office("demo-department")), bench.Department));
        Assert.Equal(ProblemKind.NotFound, await bench.Problem(new RateAppeal(id, AppealRating.Not), bench.Officer));
        Assert.Empty((await store.Do(new ListOwnAppeals(), await store.As("unit"))).Appeals);

        await store.Do(new RouteAppeal(id, await bench.Office("demo-department")), bench.Officer);
        Assert.Equal([AppealStep.Answer, AppealStep.AskBack, AppealStep.Pass], (await bench.View(id, bench.Department)).May);
        Assert.Equal([AppealStep.Withdraw], (await bench.View(id, bench.Clerk)).May);
        // The commission sees it and, as the department has it, only looks on.
        Assert.Empty((await bench.View(id, bench.Officer)).May);
        Assert.Equal(ProblemKind.Conflict, await bench.Problem(new AnswerAppeal(id, "代答"), bench.Officer));
        Assert.Equal(ProblemKind.NotFound, await bench.Problem(new GetAppeal(id), bench.County));
        Assert.Equal(ProblemKind.NotFound, await bench.Problem(new GetAppeal(Guid.Empty), bench.Officer));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_county_answers_what_its_organisations_have(StoreKind kind)
    {
        await using var bench = await Bench.Open(kind, cluster);
        var id = await bench.Routed("demo-county", "three_days");
        var view = await bench.View(id, bench.County);
        Assert.Equal((new DateOnly(2026, 7, 3), "3 日办结"), (view.Due, view.Urgency?.Zh));
        await bench.Store.Do(new AnswerAppeal(id, "已协调"), bench.County);
        Assert.Equal(AppealState.Answered, (await bench.View(id, bench.Clerk)).Line.State);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Numbers_follow_each_other_without_a_gap_when_many_file_at_once(StoreKind kind)
    {
        await using var bench = await Bench.Open(kind, cluster);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(index => bench.File($"诉求{index}")));
        Assert.Equal(Enumerable.Range(1, 6), await bench.Store.InDb(db => db.Set<Appeal>().OrderBy(appeal => appeal.Number).Select(appeal => appeal.Number).ToListAsync()));
        bench.Store.Time.SetUtcNow(new DateTimeOffset(2027, 1, 4, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal("诉求〔2027〕1号", (await bench.Store.Do(new FileAppeal("land", "新年", Bench.Content), bench.Clerk)).Reference);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_has_to_act_is_told_and_finds_it_on_the_workbench(StoreKind kind)
    {
        await using var bench = await Bench.Open(kind, cluster);
        var store = bench.Store;
        var id = await bench.File();
        Assert.Contains(await Told(store, bench.Officer), title => title.Contains("请于 2026-07-01 前分办", StringComparison.Ordinal));
        Assert.Equal("分办诉求 1 件", Assert.Single((await store.Do(new FeedAppealsToRoute(), bench.Officer)).Items).Title.Zh);
        Assert.Equal(WorkColumn.Waiting, Assert.Single((await store.Do(new FeedOwnAppeals(), bench.Clerk)).Items).Column);
        await store.Do(new RouteAppeal(id, await bench.Office("demo-department")), bench.Officer);
        Assert.Contains(await Told(store, bench.Department), title => title.Contains("请于 2026-07-07 前答复", StringComparison.Ordinal));
        Assert.Equal($"/appeals/{id}", Assert.Single((await store.Do(new FeedAppealsToAnswer(), bench.Department)).Items).Href);
        Assert.Empty((await store.Do(new FeedAppealsToRoute(), bench.Officer)).Items);
        await store.Do(new AnswerAppeal(id, "已安排"), bench.Department);
        Assert.Contains(await Told(store, bench.Clerk), title => title.Contains("已答复", StringComparison.Ordinal));
        var todo = Assert.Single((await store.Do(new FeedOwnAppeals(), bench.Clerk)).Items);
        Assert.Equal((WorkColumn.ToDo, new DateOnly(2026, 7, 14)), (todo.Column, todo.Due));
        await store.Do(new RateAppeal(id, AppealRating.Satisfied), bench.Clerk);
        Assert.Equal(WorkColumn.Recent, Assert.Single((await store.Do(new FeedOwnAppeals(), bench.Clerk)).Items).Column);
    }

    [Fact]
    public async Task What_is_lacking_or_too_long_is_refused_and_no_words_go_on_record()
    {
        await using var bench = await Bench.Open(StoreKind.Sqlite, cluster);
        foreach (var bad in new[]
        {
            new FileAppeal("land", " ", Bench.Content), new("land", new string('长', 61), Bench.Content), new("land", "标题", " "), new("land", "标题", new string('长', 2_001)),
            new("nothing", "标题", Bench.Content), new("land", "标题", Bench.Content, new string('9', 129)), new("land", "标题", Bench.Content, Organisation: Guid.Empty),
        })
            Assert.Equal(ProblemKind.Invalid, await bench.Problem(bad, bench.Clerk));
        var id = await bench.Routed();
        Assert.Equal(ProblemKind.Invalid, await bench.Problem(new AnswerAppeal(id, " "), bench.Department));
        Assert.Equal(ProblemKind.Invalid, await bench.Problem(new AnswerAppeal(id, new string('长', 2_001)), bench.Department));
        Assert.Equal(ProblemKind.Invalid, await bench.Problem(new PassAppeal(id, Guid.Empty, "转办"), bench.Department));
        Assert.Equal(ProblemKind.Invalid, await bench.Problem(new RateAppeal(id, (AppealRating)9), bench.Clerk));
        Assert.Equal(ProblemKind.Invalid, await bench.Problem(new RouteAppeal(await bench.File(), await bench.Office("demo-department"), "soon"), bench.Officer));
        Assert.Equal(ProblemKind.Invalid, await bench.Problem(new RouteAppeal(await bench.File(), await bench.Office("demo-enterprise")), bench.Officer));
        Assert.Equal(ProblemKind.Invalid, await bench.Problem(new ListAppeals((AppealFilter)9), bench.Officer));
        Assert.Equal(ProblemKind.Invalid, await bench.Problem(new ListOwnAppeals(0), bench.Clerk));
        await bench.Store.Do(new AnswerAppeal(id, "商业秘密一段"), bench.Department);
        var record = string.Join('\n', await bench.Store.InDb(db => db.Set<AuditEntry>().Where(entry => entry.Permission.StartsWith("appeals.")).Select(entry => entry.Request + entry.Changes).ToListAsync()));
        Assert.Contains("appeals_appeal", record, StringComparison.Ordinal);
        foreach (var secret in new[] { "13800000000", "二期厂房", "商业秘密" })
            Assert.DoesNotContain(secret, record, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_appeal_is_taken_back_until_it_is_answered(StoreKind kind)
    {
        await using var bench = await Bench.Open(kind, cluster);
        var id = await bench.Routed();
        await bench.Store.Do(new WithdrawAppeal(id, "已自行解决"), bench.Clerk);
        Assert.Equal(ProblemKind.Conflict, await bench.Problem(new AnswerAppeal(id, "已办"), bench.Department));
        Assert.Contains(await Told(bench.Store, bench.Department), title => title.Contains("已由提出单位撤回", StringComparison.Ordinal));
        Assert.Equal(ProblemKind.Conflict, await bench.Problem(new WithdrawAppeal(await bench.Answered(), "不需要"), bench.Clerk));
    }

    private static async Task<IReadOnlyList<string>> Told(Store store, Caller caller) => [.. (await store.Do(new ListNotices(), caller)).Notices.Select(notice => notice.Title.Zh)];
}
