using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Registers;

public sealed class TitleTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_title_counts_from_its_first_to_its_last_day(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, "firm-a");
        var officer = await store.As("officer");
        // Twelve months by the title's own rule.
        var granted = await store.Do(new GrantTitle("firm-a", "craft_house", new TitleEntry(new DateOnly(2025, 7, 1), Certificate: "QH-1")), officer);
        var title = (await store.Do(new GetTitleGrant(granted.Id), officer)).Current;
        Assert.Equal((new DateOnly(2026, 6, 30), TitleState.Held, "市级", "QH-1"), (title.ValidTo, title.State, title.Level?.Zh, title.Certificate));

        foreach (var (day, count) in new[] { (new DateOnly(2025, 6, 30), 0), (new DateOnly(2025, 7, 1), 1), (new DateOnly(2026, 6, 30), 1), (new DateOnly(2026, 7, 1), 0) })
            Assert.Equal(count, await Held(store, officer, day));
        Assert.Single((await store.Do(new ListTitles(new TitleQuery(Filter: TitleFilter.Expired, AsOf: new DateOnly(2026, 7, 1))), officer)).Titles);
        foreach (var filter in new[] { TitleFilter.EndsIn3, TitleFilter.EndsIn6, TitleFilter.EndsIn12 })
            Assert.Equal(1, (await store.Do(new ListTitles(new TitleQuery(Filter: filter)), officer)).Total);
        Assert.NotEmpty((await store.Do(new ExportTitles(Language.Chinese, new TitleQuery()), officer)).Content);
        // The register's history has it, so that indicators count it.
        await using var scope = store.Provider.CreateAsyncScope();
        var unit = Assert.Single((await scope.ServiceProvider.GetRequiredService<StoredUnits>().All(CancellationToken.None)).Units);
        Assert.Equal(["craft_house"], unit.At(new DateOnly(2026, 6, 30))!.Of("title"));
        Assert.Empty(unit.At(new DateOnly(2026, 7, 1))!.Of("title"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Counts_are_by_the_town_where_an_enterprise_lay_then(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, "firm-a");
        await Firms.Add(store, "firm-b", Firms.Hexi);
        var officer = await store.As("officer");
        foreach (var firm in new[] { "firm-a", "firm-b" })
            await store.Do(new GrantTitle(firm, "craft_house", new TitleEntry(new DateOnly(2026, 1, 1))), officer);
        await Firms.Move(store, "firm-a", Firms.Hexi, new DateOnly(2026, 4, 1));
        Assert.Equal([(Firms.Hedong, 1), (Firms.Hexi, 1)], (await Counts(store, officer, new DateOnly(2026, 3, 31))).Select(one => (one.Region, one.Count)));
        Assert.Equal([(Firms.Hexi, 2)], (await Counts(store, officer, new DateOnly(2026, 4, 1))).Select(one => (one.Region, one.Count)));
        var then = await store.Do(new ListTitles(new TitleQuery(Region: Firms.Hedong, AsOf: new DateOnly(2026, 3, 31))), officer);
        Assert.Equal(("firm-a", "河东镇"), (Assert.Single(then.Titles).Unit, then.Titles[0].RegionName.Zh));
        Assert.Empty((await store.Do(new ListTitles(new TitleQuery(Region: Firms.Hedong)), officer)).Titles);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_second_grant_is_refused_a_renewal_goes_on_and_a_correction_keeps_what_stood(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, "firm-a");
        var officer = await store.As("officer");
        var first = await store.Do(new GrantTitle("firm-a", "craft_house", new TitleEntry(new DateOnly(2025, 7, 1))), officer);
        var again = await store.Ask(new GrantTitle("firm-a", "craft_house", new TitleEntry(new DateOnly(2026, 6, 30))), officer);
        Assert.Equal((ProblemKind.Conflict, "该企业在2025-07-01 至 2026-06-30已有县级工坊称号；续期请用“续期”，记载有误请用“更正”。"), (again.Problem!.Kind, again.Problem.Detail.Zh));

        var renewed = await store.Do(new RenewTitle(first.Id, Certificate: "QH-2"), officer);
        var next = (await store.Do(new GetTitleGrant(renewed.Id), officer)).Current;
        Assert.Equal((new DateOnly(2026, 7, 1), new DateOnly(2027, 6, 30), TitleState.NotYet), (next.GrantedOn, next.ValidTo!.Value, next.State));
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new RenewTitle(first.Id), officer)).Problem!.Kind);
        // What was renewed no longer ends.
        Assert.Empty((await store.Do(new ListTitles(new TitleQuery(Filter: TitleFilter.EndsIn12)), officer)).Titles);

        var corrected = await store.Do(new CorrectTitle(first.Id, new TitleEntry(new DateOnly(2025, 8, 1), new DateOnly(2026, 6, 30)), "证书日期录错"), officer);
        Assert.Equal(0, await Held(store, officer, new DateOnly(2025, 7, 15)));
        var file = await store.Do(new GetTitleGrant(corrected.Id), officer);
        var before = Assert.Single(file.Others, one => one.CorrectedAt is not null);
        Assert.Equal((new DateOnly(2025, 7, 1), TitleState.Corrected), (before.Title.GrantedOn, before.Title.State));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new CorrectTitle(first.Id, new TitleEntry(new DateOnly(2025, 8, 1)), "再次"), officer)).Problem!.Kind);
        var timeline = await store.InDb(db => db.Set<RegisterChange>().OrderBy(change => change.Id).Select(change => change.Zh).ToListAsync());
        Assert.Equal(["登记", "获得县级工坊称号，2025-07-01 至 2026-06-30", "县级工坊称号续期，2026-07-01 至 2027-06-30", "更正县级工坊称号：2025-07-01 至 2026-06-30，改为2025-08-01 至 2026-06-30；证书日期录错"], timeline);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_withdrawn_title_ends_with_its_last_day(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, "firm-a");
        var officer = await store.As("officer");
        var granted = await store.Do(new GrantTitle("firm-a", "old_brand", new TitleEntry(new DateOnly(2020, 1, 1))), officer);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new EndTitle(granted.Id, new DateOnly(2026, 7, 1), "将来"), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new EndTitle(granted.Id, new DateOnly(2026, 5, 31), " "), officer)).Problem!.Kind);
        await store.Do(new EndTitle(granted.Id, new DateOnly(2026, 5, 31), "失信"), officer);
        Assert.Equal((1, 0), (await Held(store, officer, new DateOnly(2026, 5, 31)), await Held(store, officer, new DateOnly(2026, 6, 1))));
        Assert.Equal("失信", Assert.Single((await store.Do(new ListTitles(new TitleQuery(Filter: TitleFilter.Ended)), officer)).Titles).EndReason);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new EndTitle(granted.Id, new DateOnly(2026, 5, 31), "再次"), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new RenewTitle(granted.Id), officer)).Problem!.Kind);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_what_to_do()
    {
        await using var store = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        await Firms.Add(store, "firm-a");
        var officer = await store.As("officer");
        var day = new DateOnly(2026, 1, 1);
        foreach (var (request, kind, says) in new (GrantTitle, ProblemKind, string)[]
        {
            (new("firm-a", "no_title", new TitleEntry(day)), ProblemKind.Invalid, "方案中没有称号 no_title"),
            (new("firm-x", "craft_house", new TitleEntry(day)), ProblemKind.NotFound, "名录中没有 firm-x 这家企业"),
            (new("firm-a", "craft_star", new TitleEntry(day)), ProblemKind.Invalid, "请选择工坊之星的认定层级：省级、市级"),
            (new("firm-a", "craft_star", new TitleEntry(day, Level: TitleLevel.National)), ProblemKind.Invalid, "请选择工坊之星的认定层级"),
            (new("firm-a", "craft_house", new TitleEntry(day, new DateOnly(2025, 12, 31))), ProblemKind.Invalid, "到期日早于认定日期"),
            (new("firm-a", "craft_house", new TitleEntry(new DateOnly(2028, 1, 1))), ProblemKind.Invalid, "认定日期不能晚于一年之后"),
            (new("firm-a", "craft_house", new TitleEntry(day, ReviewBy: new DateOnly(2030, 1, 1))), ProblemKind.Invalid, "复核日期应在有效期之内"),
            (new("firm-a", "craft_house", new TitleEntry(day, Certificate: new string('9', 201))), ProblemKind.Invalid, "每项最多 200 个字"),
        })
        {
            var problem = (await store.Ask(request, officer)).Problem!;
            Assert.Equal(kind, problem.Kind);
            Assert.StartsWith(says, problem.Detail.Zh, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_county_grants_in_its_own_region_and_a_clerk_sees_nothing(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, "firm-a");
        await Firms.Add(store, "firm-b", Firms.Hexi);
        var county = await store.As("county");
        await store.Do(new GrantTitle("firm-a", "craft_house", new TitleEntry(new DateOnly(2026, 1, 1))), county);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GrantTitle("firm-b", "craft_house", new TitleEntry(new DateOnly(2026, 1, 1))), county)).Problem!.Kind);
        var foreign = await store.Do(new GrantTitle("firm-b", "craft_house", new TitleEntry(new DateOnly(2026, 1, 1))), await store.As("officer"));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new EndTitle(foreign.Id, new DateOnly(2026, 2, 1), "x"), county)).Problem!.Kind);
        Assert.Equal(["firm-a"], (await store.Do(new ListTitles(new TitleQuery()), county)).Titles.Select(title => title.Unit));
        Assert.Equal([Firms.Hedong], (await store.Do(new ListTitleChoices(), county)).Regions.Select(region => region.Code));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListTitles(new TitleQuery(Region: Firms.Hexi)), county)).Problem!.Kind);
        Assert.NotNull((await store.Ask(new ListTitles(new TitleQuery()), await store.As("clerk"))).Problem);
        Assert.NotNull((await store.Ask(new GrantTitle("firm-a", "old_brand", new TitleEntry(new DateOnly(2026, 1, 1))), await store.As("leader"))).Problem);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task People_are_told_once_at_each_mark_and_only_of_their_own_region(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, "firm-a");
        await Firms.Add(store, "firm-b", Firms.Hexi);
        var (officer, county) = (await store.As("officer"), await store.As("county"));
        // Both end on 2027-08-31, fourteen months ahead.
        foreach (var firm in new[] { "firm-a", "firm-b" })
            await store.Do(new GrantTitle(firm, "craft_house", new TitleEntry(new DateOnly(2026, 1, 1), new DateOnly(2027, 8, 31))), officer);
        var keep = store.Provider.GetRequiredService<KeepRegisters>();
        await keep.Once(CancellationToken.None);
        Assert.Empty((await store.Do(new ListNotices(), officer)).Notices);
        Assert.Empty((await store.Do(new FeedExpiringTitles(), officer)).Items);

        foreach (var (days, told) in new[] { (70, 1), (175, 2), (90, 3), (30, 3) })
        {
            store.Time.Advance(TimeSpan.FromDays(days));
            await keep.Once(CancellationToken.None);
            await keep.Once(CancellationToken.None);
            Assert.Equal(told, (await store.Do(new ListNotices(), officer)).Notices.Count);
        }

        Assert.Equal("firm-a、firm-b的县级工坊称号将在 3 个月内到期（最早 2027-08-31）。", (await store.Do(new ListNotices(), officer)).Notices[0].Title.Zh);
        Assert.All((await store.Do(new ListNotices(), county)).Notices, notice => Assert.DoesNotContain("firm-b", notice.Title.Zh, StringComparison.Ordinal));
        Assert.Equal(3, (await store.Do(new ListNotices(), county)).Notices.Count);
        Assert.Equal(("1 家企业的县级工坊称号将在 3 个月内到期，请组织续期", new DateOnly(2027, 8, 31)), Line(Assert.Single((await store.Do(new FeedExpiringTitles(), county)).Items)));
        // One that comes in late is told at its mark alone.
        var late = await store.Do(new GrantTitle("firm-a", "old_brand", new TitleEntry(new DateOnly(2026, 1, 1), new DateOnly(2027, 7, 1))), officer);
        await keep.Once(CancellationToken.None);
        Assert.Equal(4, (await store.Do(new ListNotices(), officer)).Notices.Count);
        Assert.Equal(3, await store.InDb(db => db.Set<TitleWarning>().CountAsync(warning => warning.GrantId == late.Id)));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_ready_who_falls_short_and_of_whom_it_cannot_be_told(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        foreach (var (firm, region) in new[] { ("ready", Firms.Hedong), ("near", Firms.Hedong), ("far", Firms.Hexi), ("silent", Firms.Hexi), ("holder", Firms.Hedong) })
            await Firms.Add(store, firm, region);
        await Firms.Report(store, "ready", revenue: 600, staff: 100);
        await Firms.Report(store, "near", revenue: 499.5m, staff: 100);
        await Firms.Report(store, "far", revenue: 50, staff: 400);
        await Firms.Report(store, "holder", revenue: 600, staff: 100);
        var officer = await store.As("officer");
        await store.Do(new GrantTitle("holder", "craft_house", new TitleEntry(new DateOnly(2026, 1, 1))), officer);

        var ready = await store.Do(new FindReady("craft_house"), officer);
        Assert.Equal((1, 2, 1), (ready.Meets, ready.FallsShort, ready.CannotTell));
        Assert.Equal(("ready", "河东镇", true), (Assert.Single(ready.Enterprises).Unit, ready.Enterprises[0].RegionName.Zh, ready.Enterprises[0].IsGenerated));
        var near = await store.Do(new FindReady("craft_house", Readiness.FallsShort), officer);
        Assert.Equal(["near", "far"], near.Enterprises.Select(one => one.Unit));
        Assert.Equal("差 0.5 万元（499.5 万元，须达 500 万元）", near.Enterprises[0].Rules[0].Says.Zh);
        var silent = Assert.Single((await store.Do(new FindReady("craft_house", Readiness.CannotTell), officer)).Enterprises);
        Assert.Equal(["缺企业营业收入（2025年）", "缺企业职工（2025年）"], silent.Rules.Select(rule => rule.Says.Zh));
        Assert.Equal(["holder"], (await store.Do(new FindReady("craft_house", Readiness.Has), officer)).Enterprises.Select(one => one.Unit));

        Assert.Equal((0, 1), ((await store.Do(new FindReady("craft_house", Region: Firms.Hexi), officer)).Meets, (await store.Do(new FindReady("craft_house", Region: Firms.Hexi), officer)).FallsShort));
        Assert.Equal(1, (await store.Do(new FindReady("craft_house"), await store.As("county"))).FallsShort);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new FindReady("no_title"), officer)).Problem!.Kind);
        Assert.NotEmpty((await store.Do(new ExportReady(Language.English, "craft_house", Readiness.FallsShort), officer)).Content);
        // It is about single enterprises and goes on record.
        Assert.NotEqual(0, await store.InDb(db => db.Set<AuditEntry>().CountAsync(entry => entry.Permission == "titles.read")));
    }

    private static (string, DateOnly?) Line(WorkItem item) => (item.Title.Zh, item.Due);

    private static async Task<int> Held(Store store, Caller caller, DateOnly day) => (await store.Do(new CountTitles(day), caller)).Titles.Sum(title => title.Held);

    private static async Task<IReadOnlyList<RegionTitles>> Counts(Store store, Caller caller, DateOnly day) => (await store.Do(new CountTitles(day), caller)).Titles.Single(title => title.Title == "craft_house").Regions;
}
