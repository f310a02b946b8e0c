using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Measures;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Attachments;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Measures;

/// <summary>The cold chain of the invented county: two years from 2025, of which three quarters are over on 30 June 2026.</summary>
public abstract class MeasureTests(StoreKind kind, PostgresCluster cluster)
{
    private const string Task = "cold_chain";

    private static readonly Period June = Period.OfMonth(2026, 6);

    [Fact]
    public async Task Progress_of_the_owner_turns_the_light_and_what_was_said_before_stays()
    {
        await using var store = await OpenAsync();
        var (owner, leader) = (await store.As("officer"), await store.As("leader"));
        var before = (await store.Do(new ListMeasures(), leader)).Branches.Single();
        // Nobody reported: both milestones are past, and nothing is said to be zero.
        Assert.Equal(("园区建设工程", Status.Critical), (before.Name.Zh, before.Worst!.Status));
        Assert.True(before.Tasks.Single() is { Percent: null, Missed: 2, IsOwn: false, Next.Code: "site" });

        var file = await FileAsync(store, owner);
        Assert.Equal(1, (await store.Do(new ReportMeasureProgress(Task, Period.OfMonth(2026, 5), 40, "主体施工", ["site"], [file]), owner)).Version);
        Assert.Equal((Status.Critical, 40m, 70.6m, 1), Standing(await Row(store, leader)));
        Assert.Equal(1, (await store.Do(new ReportMeasureProgress(Task, June, 70, "主体完工", ["site"], []), owner)).Version);
        Assert.Equal((Status.Behind, 70m, 74.8m, 1), Standing(await Row(store, leader)));
        Assert.Equal(2, (await store.Do(new ReportMeasureProgress(Task, June, 72, "主体完工，补报", ["site", "building"], [await FileAsync(store, owner)]), owner)).Version);
        Assert.Equal((Status.OnTrack, 72m, 74.8m, 0), Standing(await Row(store, leader)));

        var detail = await store.Do(new GetMeasure(Task), leader);
        Assert.Equal([(June, 2, true, 72m), (June, 1, false, 70m), (Period.OfMonth(2026, 5), 1, true, 40m)], detail.Reports.Select(report => (report.Month, report.Version, report.IsLatest, report.Percent)));
        Assert.Equal("选址落地、主体完工", string.Join('、', detail.Reports[0].Milestones.Select(milestone => milestone.Zh)));
        Assert.Equal("佐证.pdf", detail.Reports[2].Evidence.Single().Name);
        Assert.Equal("cold_storage", detail.Served.Select(target => target.Indicator).Distinct().Single());
        Assert.Empty(detail.Months);
        Assert.Equal(12, (await store.Do(new GetMeasure(Task), owner)).Months.Count);

        // Evidence is seen by whoever may read measures, and by nobody else.
        var evidence = detail.Reports[2].Evidence.Single().Id;
        await (await store.Do(new GetAttachment(evidence), leader)).Content.DisposeAsync();
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetAttachment(evidence), await store.As("clerk"))).Problem!.Kind);
    }

    [Fact]
    public async Task Only_the_owner_and_those_who_work_with_it_report()
    {
        await using var store = await OpenAsync();
        foreach (var other in new[] { "county", "department" })
            Assert.Contains("责任单位和配合单位", (await store.Ask(Progress(50), await store.As(other))).Problem!.Detail.Zh, StringComparison.Ordinal);
        foreach (var nobody in new[] { "leader", "clerk", "sysadmin" })
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(Progress(50), await store.As(nobody))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListMeasures(), await store.As("clerk"))).Problem!.Kind);

        // The bureau of tourism works with the owner.
        await GiveAsync(store, "department", "tourism", OrganisationKind.Department, "department-officer");
        await store.Do(Progress(50), await store.As("department"));
        Assert.Equal("tourism", (await store.Do(new GetMeasure(Task), await store.As("leader"))).Reports.Single().Organisation);
        Assert.True((await store.Do(new ListMeasures(new MeasureFilter(OnlyOwn: true)), await store.As("department"))).Tasks.Single().IsOwn);
        Assert.Empty((await store.Do(new ListMeasures(new MeasureFilter(OnlyOwn: true)), await store.As("leader"))).Tasks);
    }

    [Fact]
    public async Task A_body_that_stands_for_all_counties_is_each_county_government()
    {
        await using var store = await OpenAsync();
        var files = Store.Qinghe.Select(file => file.Name switch
        {
            "programme.yaml" => file with { Text = file.Text.Replace("{code: tourism,", "{code: tourism, each: town,", StringComparison.Ordinal) },
            _ => file,
        });
        Assert.NotNull((await store.Ask(Progress(50), await store.As("county"))).Problem);
        await store.Do(new PublishProgramme([.. files], "each"));
        await store.Do(Progress(50), await store.As("county"));
        Assert.NotNull((await store.Ask(Progress(50), await store.As("department"))).Problem);
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        await using var store = await OpenAsync();
        var owner = await store.As("officer");
        foreach (var percent in new[] { -1m, 100.1m, 50.55m })
            await Refused(store, owner, Progress(percent), "0 到 100");
        await Refused(store, owner, Progress(50) with { Words = " " }, "请填写进展");
        await Refused(store, owner, Progress(50) with { Words = new string('长', 2_001) }, "2000");
        await Refused(store, owner, Progress(50) with { Month = Period.OfMonth(2026, 7) }, "以后的月份");
        await Refused(store, owner, Progress(50) with { Month = Period.OfMonth(2024, 12) }, "近 12 个月");
        await Refused(store, owner, Progress(50) with { Month = Period.OfQuarter(2026, 2) }, "近 12 个月");
        await Refused(store, owner, Progress(50) with { Month = default }, "近 12 个月");
        await Refused(store, owner, Progress(50) with { Milestones = ["rof"] }, "没有节点 rof");
        await Refused(store, owner, Progress(50) with { Milestones = ["site"] }, "佐证");
        await Refused(store, owner, Progress(100), "佐证");
        await Refused(store, owner, Progress(50) with { Evidence = [Guid.Empty] }, "重新上传");
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(Progress(50) with { Code = "parks" }, owner)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetMeasure("nothing"), owner)).Problem!.Kind);
        Assert.Equal(0, await store.InDb(db => db.Set<MeasureReport>().CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Two_who_report_the_same_month_at_once_make_two_versions()
    {
        await using var store = await OpenAsync();
        var owner = await store.As("officer");
        var reported = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(1, 4).Select(number => System.Threading.Tasks.Task.Run(() => store.Do(Progress(number), owner))));
        Assert.Equal([1, 2, 3, 4], reported.Select(one => one.Version).Order());
    }

    [Fact]
    public async Task The_list_is_filtered_and_goes_to_Excel()
    {
        await using var store = await OpenAsync();
        var leader = await store.As("leader");
        Assert.Empty((await store.Do(new ListMeasures(new MeasureFilter("nothing")), leader)).Branches);
        Assert.Single((await store.Do(new ListMeasures(new MeasureFilter("parks", Colour.Red)), leader)).Tasks);
        Assert.Empty((await store.Do(new ListMeasures(new MeasureFilter("parks", Colour.Green)), leader)).Tasks);
        var workbook = await store.Do(new ExportMeasures(Language.Chinese, new MeasureFilter()), leader);
        Assert.Equal("measures-2026-06-30.xlsx", workbook.FileName);
        using var sheet = new Sheet(workbook.Content);
        Assert.Equal("建设冷链仓储", sheet.List.Single()[1]);
    }

    [Fact]
    public async Task Progress_is_made_up_once_and_never_beside_what_was_reported()
    {
        await using var store = await OpenAsync();
        await store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file.Name != "measures.yaml" ? file : file with
        {
            Text = file.Text + "\n  - {code: signs, name: 设置标识, kind: task, parent: parks, owner: county_drc, start: 2025-01-01, deadline: 2026-12-31, cite: {document: plan, section: 园区建设}}\n",
        })], "two"));
        Assert.Equal(3, (await store.Do(new FillMeasures(Period.OfMonth(2026, 5)))).Reports);
        Assert.Equal(0, (await store.Do(new FillMeasures(Period.OfMonth(2026, 5)))).Reports);
        Assert.Equal([Status.OnTrack, Status.NoData], (await store.Do(new ListMeasures(), await store.As("leader"))).Tasks.Select(task => task.Light.Status));
    }

    [Fact]
    public async Task Who_owns_a_task_is_reminded_once_of_a_month_that_was_not_reported()
    {
        await using var store = await OpenAsync();
        var owner = await store.As("officer");
        // June is being reported until the fifth working day of July.
        At(7, 7);
        Assert.Equal(0, (await store.Do(new RemindMeasures())).Measures);
        Assert.Equal($"/measures/{Task}", Assert.Single((await store.Do(new FeedUnreportedMeasures(), owner)).Items).Href);
        At(7, 8);
        var reminded = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 3).Select(_ => System.Threading.Tasks.Task.Run(() => store.Do(new RemindMeasures()))));
        Assert.Equal(1, reminded.Sum(one => one.Measures));
        Assert.Equal("2026年6月有 1 项重点任务未报进展：建设冷链仓储。", Assert.Single((await store.Do(new ListNotices(), owner)).Notices, notice => notice.Href == $"/measures/{Task}").Title.Zh);
        // The office of tourism works with the owner; nobody else is told.
        Assert.Empty((await store.Do(new ListNotices(), await store.As("department"))).Notices);

        await store.Do(new ReportMeasureProgress(Task, June, 30, "按计划推进", [], []), owner);
        Assert.Empty((await store.Do(new FeedUnreportedMeasures(), owner)).Items);
        // Another month is another matter, and of what is done nobody is told.
        At(8, 20);
        Assert.Equal(1, (await store.Do(new RemindMeasures())).Measures);
        await store.Do(new ReportMeasureProgress(Task, Period.OfMonth(2026, 7), 100, "建成", ["site", "building"], [await FileAsync(store, owner)]), owner);
        At(9, 20);
        Assert.Equal(0, (await store.Do(new RemindMeasures())).Measures);
        Assert.Empty((await store.Do(new FeedUnreportedMeasures(), owner)).Items);

        void At(int month, int day) => store.Time.SetUtcNow(new DateTimeOffset(2026, month, day, 1, 0, 0, TimeSpan.Zero));
    }

    private async Task<Store> OpenAsync()
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        await GiveAsync(store, "officer", "county_drc", OrganisationKind.Commission, "programme-officer");
        return store;
    }

    // A role of business in an organisation that has the code of a body of the programme.
    private static async Task GiveAsync(Store store, string userName, string code, OrganisationKind organisationKind, string role)
    {
        await store.Do(new AddOrganisation(code, code, organisationKind, "990101"), await store.As("sysadmin"));
        var (account, organisation) = await store.InDb(async db => ((await db.Set<Account>().SingleAsync(one => one.UserName == userName)).Id, (await db.Set<Organisation>().SingleAsync(one => one.Code == code)).Id));
        await store.Do(new GiveRole(account, organisation, role), await store.As("secadmin"));
    }

    private static ReportMeasureProgress Progress(decimal percent) => new(Task, June, percent, "按计划推进", [], []);

    private static async Task<MeasureRow> Row(Store store, Caller caller) => (await store.Do(new ListMeasures(), caller)).Tasks.Single();

    private static (Status, decimal?, decimal?, int) Standing(MeasureRow row) => (row.Light.Status, row.Percent, row.Expected, row.Missed);

    private static async Task<Guid> FileAsync(Store store, Caller caller) =>
        (await store.Provider.GetRequiredService<ReceiveFiles>().Take("佐证.pdf", new MemoryStream(Samples.Pdf), caller, TestContext.Current.CancellationToken)).Value!.Id;

    private static async Task Refused(Store store, Caller caller, ReportMeasureProgress request, string why) => Assert.Contains(why, (await store.Ask(request, caller)).Problem!.Detail.Zh, StringComparison.Ordinal);
}

public sealed class SqliteMeasureTests(PostgresCluster cluster) : MeasureTests(StoreKind.Sqlite, cluster);

public sealed class PostgresMeasureTests(PostgresCluster cluster) : MeasureTests(StoreKind.Postgres, cluster);
