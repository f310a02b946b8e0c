using Lianzhang.Core.Inspections;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Attachments;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Inspections;

/// <summary>Visits from the draw to what was found, on a Tuesday, 30 June 2026.</summary>
public sealed class InspectionsTests(PostgresCluster cluster)
{
    private static readonly DateOnly Due = new(2026, 7, 10);
    private static readonly Dictionary<string, string> Whole = new() { ["exits"] = "no", ["workers"] = "12", ["remarks"] = "通道堆放物料" };

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_visit_is_planned_filled_in_finished_and_its_findings_are_there_until_they_are_settled(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var (officer, verifier) = (await store.As("officer"), await store.As("verifier"));
        await store.Do(new PlanInspections("safety", Due, Units: ["F1"]), officer);
        var id = Assert.Single((await store.Do(new ListInspections(), verifier)).Inspections).Id;
        Assert.Equal(Due, Assert.Single((await store.Do(new FeedInspections(), verifier)).Items).Due);
        await store.Do(new SaveInspection(id, new Dictionary<string, string> { ["exits"] = "no", ["workers"] = "一打" }), verifier);
        var refused = (await store.Ask(new FinishInspection(id), verifier)).Problem!;
        Assert.Equal("还不能完成：“在岗人数”应填数字、“现场情况”未填、“疏散通道畅通”须附现场照片。", refused.Detail.Zh);
        await store.Do(new SaveInspection(id, new Dictionary<string, string> { ["workers"] = "12", ["remarks"] = "通道堆放物料" }, await Photographs.Of(store, verifier, "exits")), verifier);
        await store.Do(new AddFinding(id, FindingLevel.Serious, "疏散通道被占用", "exits"), verifier);
        await store.Do(new AddFinding(id, FindingLevel.Minor, "误记"), verifier);
        var noted = await store.Do(new GetInspection(id), verifier);
        Assert.Equal(("no", "12"), (noted.Answers["exits"], noted.Answers["workers"]));
        await store.Do(new RemoveFinding(id, noted.Findings.Single(finding => finding.Level == FindingLevel.Minor).Id), verifier);
        Assert.Empty((await store.Do(new FindOpenFindings())).All);
        await store.Do(new FinishInspection(id), verifier);

        var open = Assert.Single((await store.Do(new FindOpenFindings())).All);
        Assert.Equal(("F1", "safety", FindingLevel.Serious, "疏散通道被占用", new DateOnly(2026, 6, 30)), (open.Unit, open.Theme, open.Level, open.Words, open.FoundOn));
        await store.Do(new SettleFinding(open.Id));
        await store.Do(new SettleFinding(open.Id));
        Assert.Empty((await store.Do(new FindOpenFindings())).All);
        Assert.Equal(new DateOnly(2026, 6, 30), (await store.Do(new GetInspection(id), verifier)).Findings[0].SettledOn);
        Assert.NotEmpty((await store.Do(new ExportInspections(Language.Chinese, InspectionState.Finished), verifier)).Content);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nobody_is_visited_twice_within_the_months_and_who_was_named_is_told_so_by_name(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var officer = await store.As("officer");
        Assert.Equal(1, (await store.Do(new PlanInspections("safety", Due, Units: ["F1"]), officer)).Count);
        var refused = (await store.Ask(new PlanInspections("safety", Due, Units: ["F1", "F2"]), officer)).Problem!;
        Assert.Equal(ProblemKind.Invalid, refused.Kind);
        Assert.Contains("（2026-07-10）在 6 个月内已按“作坊安全”检查或安排过", refused.Detail.Zh, StringComparison.Ordinal);
        // A draw leaves them out.
        var drawn = await store.Do(new PlanInspections("safety", Due, Count: 9, Seed: 7), officer);
        Assert.Equal((2, 1), (drawn.Count, drawn.Visited));
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new PlanInspections("safety", Due, Count: 9), officer)).Problem!.Kind);
        // Half a year after the day by which it was planned it may be again; what was cancelled does not count.
        store.Time.SetUtcNow(new DateTimeOffset(2027, 1, 10, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(3, (await store.Do(new PlanInspections("safety", new DateOnly(2027, 2, 1), Count: 9), officer)).Count);
        foreach (var line in (await store.Do(new ListInspections(), officer)).Inspections)
            await store.Do(new CancelInspection(line.Id, "工作调整"), officer);
        Assert.Equal(3, (await store.Do(new PlanInspections("safety", new DateOnly(2027, 2, 1), Count: 9), officer)).Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Two_who_plan_at_once_do_not_visit_the_same_twice(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var officer = await store.As("officer");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(seed => store.Ask(new PlanInspections("safety", Due, Count: 2, Seed: seed), officer)));
        Assert.Equal(3, answers.Sum(answer => answer.Value?.Count ?? 0));
        var planned = (await store.Do(new ListInspections(), officer)).Inspections;
        Assert.Equal(["F1", "F2", "F3"], planned.Select(line => line.Unit).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_county_plans_and_sees_what_lies_in_it_alone(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var (officer, county) = (await store.As("officer"), await store.As("county"));
        await store.Do(new PlanInspections("safety", Due, Count: 9), officer);
        var own = (await store.Do(new ListInspections(), county)).Inspections;
        Assert.Equal(["F1", "F2"], own.Select(line => line.Unit).Order(StringComparer.Ordinal));
        var foreign = (await store.Do(new ListInspections(), officer)).Inspections.Single(line => line.Unit == "F3").Id;
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetInspection(foreign), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new SaveInspection(foreign, Whole), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListInspections(), await store.As("clerk"))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new PlanInspections("safety", Due, Count: 1), await store.As("verifier"))).Problem!.Kind);
        Assert.Equal(1, (await store.Do(new PlanInspections("park_fire", Due, Count: 9), county)).Count);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_what_is_finished_is_not_changed()
    {
        await using var store = await WithFirms(StoreKind.Sqlite);
        var officer = await store.As("officer");
        foreach (var bad in new[] { new PlanInspections("safety", Due), new("safety", Due, Count: 201), new("safety", new DateOnly(2026, 6, 29), Count: 1), new("nothing", Due, Count: 1), new("safety", Due, Units: ["F9"]) })
            Assert.Equal(ProblemKind.Invalid, (await store.Ask(bad, officer)).Problem!.Kind);
        await store.Do(new PlanInspections("safety", Due, Units: ["F1"]), officer);
        var id = Assert.Single((await store.Do(new ListInspections(), officer)).Inspections).Id;
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SaveInspection(id, new Dictionary<string, string> { ["other"] = "x" }), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SaveInspection(id, new Dictionary<string, string> { ["remarks"] = new('长', 1_001) }), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AddFinding(id, (FindingLevel)9, "x"), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AddFinding(id, FindingLevel.Minor, " "), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AddFinding(id, FindingLevel.Minor, "x", "other"), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new RemoveFinding(id, Guid.Empty), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new FinishInspection(Guid.Empty), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new SettleFinding(Guid.Empty))).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new CancelInspection(id, " "), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ListInspections((InspectionState)9), officer)).Problem!.Kind);
        await store.Do(new SaveInspection(id, Whole, await Photographs.Of(store, officer, "exits")), officer);
        await store.Do(new FinishInspection(id), officer);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new SaveInspection(id, Whole), officer)).Problem!.Kind);
        foreach (var late in new[] { (IRequest<Done>)new AddFinding(id, FindingLevel.Minor, "x"), new FinishInspection(id), new CancelInspection(id, "x"), new RemoveFinding(id, Guid.Empty) })
            Assert.Equal(ProblemKind.Conflict, (await store.Ask(late, officer)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_visit_has_the_photographs_that_it_demands_and_they_are_seen_with_it(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        var (officer, verifier) = (await store.As("officer"), await store.As("verifier"));
        await store.Do(new PlanInspections("safety", Due, Units: ["F3"]), officer);
        var id = Assert.Single((await store.Do(new ListInspections(), verifier)).Inspections).Id;
        await store.Do(new SaveInspection(id, Whole), verifier);
        Assert.Equal("还不能完成：“疏散通道畅通”须附现场照片。", (await store.Ask(new FinishInspection(id), verifier)).Problem!.Detail.Zh);
        // A document is no photograph, nor is one of a point that there is not, nor what somebody else handed in.
        var document = await Photographs.Take(store, verifier, "台账.pdf", Samples.Pdf);
        Assert.Equal("“台账.pdf”不是 JPG 或 PNG 图片。", (await store.Ask(new SaveInspection(id, Whole, new Dictionary<string, IReadOnlyList<Guid>> { ["exits"] = [document] }), verifier)).Problem!.Detail.Zh);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SaveInspection(id, Whole, await Photographs.Of(store, verifier, "other")), verifier)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new SaveInspection(id, Whole, await Photographs.Of(store, officer, "exits")), verifier)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AddFinding(id, FindingLevel.Minor, "台账不全", Photographs: [document]), verifier)).Problem!.Kind);

        var photograph = await Photographs.Take(store, verifier, "通道.jpg", Samples.Jpeg);
        await store.Do(new SaveInspection(id, Whole, new Dictionary<string, IReadOnlyList<Guid>> { ["exits"] = [photograph] }), verifier);
        var (seen, gone) = (await Photographs.Take(store, verifier, "堆料.png", Samples.Png), await Photographs.Take(store, verifier, "误拍.png", Samples.Png));
        await store.Do(new AddFinding(id, FindingLevel.Serious, "通道堆料", "exits", [seen]), verifier);
        await store.Do(new AddFinding(id, FindingLevel.Minor, "误记", Photographs: [gone]), verifier);
        await store.Do(new RemoveFinding(id, (await store.Do(new GetInspection(id), verifier)).Findings.Single(finding => finding.Words == "误记").Id), verifier);
        await store.Do(new FinishInspection(id), verifier);
        var view = await store.Do(new GetInspection(id), verifier);
        Assert.Equal((photograph, seen), (Assert.Single(view.Photographs["exits"]).Id, Assert.Single(Assert.Single(view.Findings).Photographs).Id));
        Assert.Equal("通道.jpg", (await store.Do(new GetAttachment(photograph), officer)).Name);
        // The visit lies in the other town, and what belonged to a finding that was taken back is no more.
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetAttachment(photograph), await store.As("county"))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetAttachment(gone), verifier)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Made_up_visits_are_filled_in_once(StoreKind kind)
    {
        await using var store = await WithFirms(kind);
        Assert.Equal(0, (await store.Do(new FillInspections("nobody"))).Count);
        Assert.Equal(2, (await store.Do(new FillInspections("demo-county"))).Count);
        Assert.Equal(0, (await store.Do(new FillInspections("demo-county"))).Count);
        var county = await store.As("county");
        Assert.False(Assert.Single((await store.Do(new ListInspections(), county)).Inspections).IsLate);
        Assert.Equal(1, Assert.Single((await store.Do(new ListInspections(InspectionState.Finished), county)).Inspections).Findings);
    }

    private async Task<Store> WithFirms(StoreKind kind)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, "F1");
        await Firms.Add(store, "F2");
        await Firms.Add(store, "F3", region: Firms.Hexi);
        return store;
    }
}
