using Lianzhang.Core.Assessment;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Assessment;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Platform.Tests.Supervision;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Assessment;

/// <summary>A quarter is assessed: gathered, checked, objected to, sealed, published.</summary>
public abstract class AssessmentTests(StoreKind kind, PostgresCluster cluster)
{
    private static readonly Period Quarter = Period.OfQuarter(2026, 3);

    [Fact]
    public async Task A_quarter_is_assessed_an_objection_upheld_and_the_result_sealed_and_published()
    {
        await using var store = await WithOrder();
        var (officer, assessor, leader, county) = (await store.As("officer"), await store.As("assessor"), await store.As("leader"), await store.As("county"));
        var id = (await store.Do(new StartAssessment("towns", Quarter), officer)).Id;
        Assert.Contains((await store.Do(new FeedAssessments(), assessor)).Items, item => item.Title.Zh.StartsWith("审核考核结果", StringComparison.Ordinal));
        await store.Do(new PutFigure(id, Firms.Hedong, "ballot", 95, "9 月观摩"), officer);
        await store.Do(new PutFigure(id, Firms.Hexi, "ballot", 94, "9 月观摩"), officer);
        Assert.Equal(["94", "93"], await Scores(store, id));

        await store.Do(new CheckAssessment(id), assessor);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetAssessment(id), county)).Problem!.Kind);
        await store.Do(new ManageAssessment(id, AssessmentStep.Publicise), officer);
        Assert.Equal([Firms.Hedong], (await store.Do(new GetAssessment(id), county)).May.ObjectFor);
        await store.Do(new FileObjection(id, Firms.Hedong, "ballot", "观摩得分应为 97 分", []), county);
        var objection = Assert.Single((await store.Do(new GetAssessment(id), assessor)).Objections);
        await store.Do(new DecideObjection(objection.Id, Upheld: true, "计票有误", 97), assessor);
        Assert.Equal(["95", "94"], await Scores(store, id));
        var compared = await store.Do(new CompareFigures(id), officer);
        Assert.Equal((2.0, 1.0), (compared.Comparison.Members[0].RankBefore, compared.Comparison.Members[0].RankAfter));
        Assert.Equal(95m, Assert.Single(compared.Comparison.Members[0].Figures).Before);

        Assert.StartsWith("公示期至", (await store.Ask(new DecideAssessment(id, AssessmentStep.Seal), leader)).Problem!.Detail.Zh, StringComparison.Ordinal);
        await RedLight.At(store, 2026, 10, 30);
        await store.Do(new DecideAssessment(id, AssessmentStep.Seal), leader);
        var sealedThen = await store.Do(new GetSealedAssessment(id), county);
        Assert.Empty(VerifyAssessment.Check(sealedThen.Content, sealedThen.Seal));
        Assert.Contains(VerifyAssessment.Check(sealedThen.Content.Replace("\"value\": 97", "\"value\": 99", StringComparison.Ordinal), sealedThen.Seal), fault => fault.Zh.Contains("的数据被改动", StringComparison.Ordinal));

        var drafted = (await store.Do(new GetAssessment(id), leader)).Uses;
        Assert.Equal(["通报表扬", "约谈"], drafted.Select(use => use.Name.Zh));
        await store.Do(new DecideUse(drafted[0].Id, Approve: true), leader);
        await store.Do(new DecideUse(drafted[1].Id, Approve: false, "已约谈"), leader);
        Assert.Empty((await store.Do(new GetAssessment(id), county)).Uses);
        await store.Do(new DecideAssessment(id, AssessmentStep.Publish), leader);
        Assert.Equal([("通报表扬", UseState.Published)], (await store.Do(new GetAssessment(id), county)).Uses.Select(use => (use.Name.Zh, use.State)));
    }

    [Fact]
    public async Task A_deduction_opens_down_to_its_order()
    {
        await using var store = await WithOrder();
        var officer = await store.As("officer");
        var id = (await store.Do(new StartAssessment("towns", Quarter), officer)).Id;
        await store.Do(new PutFigure(id, Firms.Hedong, "ballot", 95, "9 月观摩"), officer);
        var card = await store.Do(new GetScoreCard(id, Firms.Hedong), officer);
        Assert.Equal((93.0, -2.0), (card.Result!.Score, card.Parts.Single(part => part.Code == "order_points").Points));
        var part = Assert.Single(card.Figures.Single(figure => figure.Column.Code == "order_points").Value.Parts!);
        Assert.Equal((-2m, $"/supervision/{await RedLight.Only(store)}"), (part.Amount, part.Href));
        Assert.StartsWith("河东镇", part.What, StringComparison.Ordinal);
        Assert.Null((await store.Do(new GetScoreCard(id, Firms.Hexi), officer)).Result!.Score);

        // What others' figures are made of is not for those assessed, and in what is sealed it is not at all.
        await store.Do(new CheckAssessment(id), await store.As("assessor"));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetAssessment(id), await store.As("auditor"))).Problem!.Kind);
        await store.Do(new ManageAssessment(id, AssessmentStep.Publicise), officer);
        Assert.NotNull(await store.Do(new GetAssessment(id), await store.As("auditor")));
        Assert.Single(await Parts(store, id, Firms.Hedong, "county"));
        Assert.Empty(await Parts(store, id, Firms.Hexi, "county"));
        await RedLight.At(store, 2026, 10, 30);
        await store.Do(new DecideAssessment(id, AssessmentStep.Seal), await store.As("leader"));
        Assert.DoesNotContain("/supervision/", (await store.Do(new GetSealedAssessment(id), officer)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_assessment_found_is_taken_into_the_next_one_and_those_assessed_are_told()
    {
        await using var store = await WithOrder();
        var (officer, county) = (await store.As("officer"), await store.As("county"));
        var first = await Published(store, Period.OfQuarter(2026, 2), 80);
        // At one moment of a clock that stands still they have no order.
        Assert.Equal(
            new HashSet<string> { "乡镇季度考核 2026年二季度考核结果公示至", "河东镇的考核异议不成立：计票无误", "乡镇季度考核 2026年二季度考核结果已发布。" },
            [.. (await store.Do(new ListNotices(1, 50), county)).Notices.Where(notice => notice.Href == $"/assessment/{first}/{Firms.Hedong}").Select(notice => notice.Title.Zh.Split(" 2026-")[0])]);
        Assert.Null((await store.Do(new GetScoreCard(first, Firms.Hedong), officer)).Earlier);

        var id = (await store.Do(new StartAssessment("towns", Quarter), officer)).Id;
        await store.Do(new PutFigure(id, Firms.Hedong, "ballot", 95, "9 月观摩"), officer);
        await store.Do(new PutFigure(id, Firms.Hexi, "ballot", 95, "9 月观摩"), officer);
        var card = await store.Do(new GetScoreCard(id, Firms.Hedong), officer);
        Assert.Equal((first, 2.0), (card.Earlier!.Id, card.Earlier.Rank));
        Assert.Equal([("观摩评议", (double?)80, (double?)95)], card.Earlier.Weak.Select(weak => (weak.Name.Zh, weak.Then, weak.Now)));
        Assert.Equal([("督办扣分", 2.0)], card.Weak.Select(weak => (weak.Name.Zh, weak.Lost)));
        Assert.Equal(["约谈"], card.Earlier.Uses.Select(use => use.Zh));

        await store.Do(new ManageAssessment(first, AssessmentStep.Withdraw, "规则调整"), officer);
        // What was withdrawn they can no longer open.
        Assert.Contains((await store.Do(new ListNotices(1, 50), county)).Notices, notice => notice.Title.Zh.EndsWith("考核结果已撤销：规则调整", StringComparison.Ordinal) && notice.Href == "/assessment");
        Assert.Null((await store.Do(new GetScoreCard(id, Firms.Hedong), officer)).Earlier);
    }

    [Fact]
    public async Task A_plan_is_shown_as_people_read_it()
    {
        await using var store = await WithOrder();
        var county = await store.As("county");
        var plan = await store.Do(new GetAssessmentPlan("towns"), county);
        Assert.Equal([(0, "总分"), (1, "观摩评议")], plan.Parts.Select(part => (part.Depth, part.Name.Zh)));
        Assert.Equal([("观摩评议", "人工录入，写明来源"), ("督办扣分", "本期督办扣分")], plan.Figures.Select(figure => (figure.Column.Name.Zh, figure.Source.Zh)));
        Assert.Equal(["各组前 1 名", "各组后 1 名"], plan.Uses.Select(use => use.For.Zh));
        Assert.Equal(2, Assert.Single(plan.Groups).Members.Count);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetAssessmentPlan("persons"), county)).Problem!.Kind);
    }

    [Fact]
    public async Task What_cannot_be_scored_is_withdrawn_with_a_reason()
    {
        await using var store = await WithOrder();
        var officer = await store.As("officer");
        var id = (await store.Do(new StartAssessment("towns", Quarter), officer)).Id;
        Assert.Equal("请填写理由。", Detail(await store.Ask(new ManageAssessment(id, AssessmentStep.Withdraw, " "), officer)));
        await store.Do(new ManageAssessment(id, AssessmentStep.Withdraw, "暂缓考核"), officer);
        var view = await store.Do(new GetAssessment(id), officer);
        Assert.Equal((AssessmentState.Withdrawn, "撤销：暂缓考核"), (view.Line.State, view.Events[0].Words.Zh));
    }

    [Fact]
    public async Task Those_who_saw_what_cannot_be_scored_any_more_are_told_that_it_was_withdrawn()
    {
        await using var store = await WithOrder();
        var id = await Published(store, Quarter, 95);
        await store.InDb(async db =>
        {
            var run = await db.Set<AssessmentRun>().SingleAsync(one => one.Id == id);
            run.Figures++;
            db.Add(new AssessmentFigures { Id = Guid.CreateVersion7(store.Time.GetUtcNow()), RunId = id, Number = run.Figures, Rules = "plans: [", Rows = "[]", Why = "损坏", By = "系统", At = store.Time.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        await store.Do(new ManageAssessment(id, AssessmentStep.Withdraw, "无法重算"), await store.As("officer"));
        Assert.Contains((await store.Do(new ListNotices(1, 50), await store.As("county"))).Notices, notice => notice.Title.Zh.EndsWith("考核结果已撤销：无法重算", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_must_not_be_done_is_refused_with_the_reason()
    {
        await using var store = await WithOrder();
        var (officer, assessor, county) = (await store.As("officer"), await store.As("assessor"), await store.As("county"));
        Assert.Equal("该时期尚未结束。", Detail(await store.Ask(new StartAssessment("towns", Period.OfQuarter(2026, 4)), officer)));
        Assert.Equal("考核时期与方案规定的周期不符。", Detail(await store.Ask(new StartAssessment("towns", Period.OfYear(2025)), officer)));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new StartAssessment("persons", Quarter), officer)).Problem!.Kind);
        var id = (await store.Do(new StartAssessment("towns", Quarter), officer)).Id;
        Assert.Equal("该时期已有考核，撤销后方可重新开展。", Detail(await store.Ask(new StartAssessment("towns", Quarter), officer)));
        Assert.Equal("数据不全，尚不能计算得分。", Detail(await store.Ask(new CheckAssessment(id), assessor)));
        Assert.NotEmpty((await store.Do(new GetAssessment(id), officer)).Faults);
        await store.Do(new PutFigure(id, Firms.Hedong, "ballot", 95, "9 月观摩"), officer);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new PutFigure(id, Firms.Hedong, "ballot", 95, " "), officer)).Problem!.Kind);
        Assert.Equal("数值过大，请核对单位。", Detail(await store.Ask(new PutFigure(id, Firms.Hedong, "ballot", 9_500_000_000_000, "来源"), officer)));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new PutFigure(id, Firms.Hedong, "no", 95, "来源"), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetScoreCard(id, "no"), officer)).Problem!.Kind);
        await store.Do(new CheckAssessment(id), assessor);
        Assert.Equal("只有起草中的考核可以录入或更正数据。", Detail(await store.Ask(new PutFigure(id, Firms.Hedong, "ballot", 96, "来源"), officer)));
        Assert.Equal("只有起草中的考核可以更新数据。", Detail(await store.Ask(new RefreshAssessment(id), officer)));
        Assert.Equal("考核尚未封存。", Detail(await store.Ask(new GetSealedAssessment(id), officer)));
        await store.Do(new ManageAssessment(id, AssessmentStep.Publicise), officer);
        Assert.Equal("只能对本地区、本单位的结果提出异议。", Detail(await store.Ask(new FileObjection(id, Firms.Hexi, null, "不公", []), county)));
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new FileObjection(id, Firms.Hedong, null, " ", []), county)).Problem!.Kind);
        await store.Do(new FileObjection(id, Firms.Hedong, null, "请复核", []), county);
        await RedLight.At(store, 2026, 10, 30);
        Assert.Equal("还有 1 件异议未处理。", Detail(await store.Ask(new DecideAssessment(id, AssessmentStep.Seal), await store.As("leader"))));
        Assert.Equal("不在公示期内，不能提出异议。", Detail(await store.Ask(new FileObjection(id, Firms.Hedong, null, "再请复核", []), county)));
        Assert.Equal("请填写理由。", Detail(await store.Ask(new ManageAssessment(id, AssessmentStep.Withdraw), officer)));
        await store.Do(new ManageAssessment(id, AssessmentStep.Withdraw, "规则调整"), officer);
        Assert.NotEqual(id, (await store.Do(new StartAssessment("towns", Quarter), officer)).Id);
    }

    [Fact]
    public async Task What_was_put_in_by_hand_stays_when_figures_are_gathered_once_more()
    {
        await using var store = await WithOrder();
        var officer = await store.As("officer");
        var id = (await store.Do(new StartAssessment("towns", Quarter), officer)).Id;
        await store.Do(new PutFigure(id, Firms.Hedong, "ballot", 95, "9 月观摩"), officer);
        await store.Do(new RefreshAssessment(id), officer);
        var figure = (await store.Do(new GetScoreCard(id, Firms.Hedong), officer)).Figures.Single(one => one.Column.Code == "ballot").Value;
        Assert.Equal((95m, "9 月观摩", true), (figure.Value, figure.Source, figure.Corrected));
        Assert.Equal(3, (await store.Do(new GetAssessment(id), officer)).Versions.Count);
        var workbook = await store.Do(new ExportAssessment(id, Language.Chinese), officer);
        Assert.Equal("assessment-towns-2026-Q3.xlsx", workbook.FileName);
    }

    private async Task<Store> WithOrder()
    {
        var (store, order) = await RedLight.Lit(kind, cluster);
        await store.Do(new DirectOrder(order, OrderAction.Escalate, new("问题严重")), await store.As("officer"));
        await RedLight.At(store, 2026, 10, 12);
        return store;
    }

    private static async Task<Guid> Published(Store store, Period period, decimal hedong)
    {
        var (officer, assessor, leader, county) = (await store.As("officer"), await store.As("assessor"), await store.As("leader"), await store.As("county"));
        var id = (await store.Do(new StartAssessment("towns", period), officer)).Id;
        await store.Do(new PutFigure(id, Firms.Hedong, "ballot", hedong, "观摩"), officer);
        await store.Do(new PutFigure(id, Firms.Hexi, "ballot", 90, "观摩"), officer);
        await store.Do(new CheckAssessment(id), assessor);
        await store.Do(new ManageAssessment(id, AssessmentStep.Publicise), officer);
        await store.Do(new FileObjection(id, Firms.Hedong, null, "请复核", []), county);
        await store.Do(new DecideObjection((await store.Do(new GetAssessment(id), assessor)).Objections[0].Id, Upheld: false, "计票无误"), assessor);
        await RedLight.At(store, 2026, 10, 30);
        await store.Do(new DecideAssessment(id, AssessmentStep.Seal), leader);
        foreach (var use in (await store.Do(new GetAssessment(id), leader)).Uses)
            await store.Do(new DecideUse(use.Id, Approve: true), leader);
        await store.Do(new DecideAssessment(id, AssessmentStep.Publish), leader);
        return id;
    }

    private static async Task<IReadOnlyList<AssessedPart>> Parts(Store store, Guid id, string member, string account) =>
        [.. (await store.Do(new GetScoreCard(id, member), await store.As(account))).Figures.SelectMany(figure => figure.Value.Parts ?? [])];

    private static async Task<IReadOnlyList<string>> Scores(Store store, Guid id) =>
        [.. (await store.Do(new GetAssessment(id), await store.As("officer"))).Groups[0].Members.Select(member => $"{member.Score}")];

    private static string Detail<T>(Answer<T> answer)
        where T : class => answer.Problem!.Detail.Zh;
}

/// <summary>On the embedded store.</summary>
public sealed class AssessmentsOnSqliteTests(PostgresCluster cluster) : AssessmentTests(StoreKind.Sqlite, cluster);

/// <summary>On the store of production.</summary>
public sealed class AssessmentsOnPostgresTests(PostgresCluster cluster) : AssessmentTests(StoreKind.Postgres, cluster);
