using Lianzhang.Core.Appeals;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Appeals;

/// <summary>The desk, and what time brings about.</summary>
public sealed class AppealDeskTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_desk_parts_what_waits_from_what_is_late_and_shows_first_what_is_due_first(StoreKind kind)
    {
        await using var bench = await Bench.Open(kind, cluster);
        var store = bench.Store;
        var (slow, urgent, _, _) = (await bench.Routed(), await bench.Routed(urgency: "three_days"), await bench.Answered(), await bench.File());
        Assert.Equal(AppealFilter.ToRoute, (await store.Do(new ListAppeals(), bench.Officer)).Filter);
        var open = await store.Do(new ListAppeals(AppealFilter.Open), bench.Officer);
        Assert.Equal(new AppealCounts(1, 3, 0, 0), open.Counts);
        Assert.Equal([urgent, slow], open.Appeals.Take(2).Select(line => line.Id));
        Assert.True(open.Routes);
        Assert.Equal(["land"], open.Kinds.Select(choice => choice.Code));
        Assert.Empty((await store.Do(new ListAppeals(Kind: "other"), bench.Officer)).Appeals);

        var department = await store.Do(new ListAppeals(), bench.Department);
        Assert.Equal((new AppealCounts(0, 3, 0, 0), false), (department.Counts, department.Routes));
        Assert.Equal(new AppealCounts(0, 0, 0, 0), (await store.Do(new ListAppeals(), bench.County)).Counts);
        Assert.Equal(ProblemKind.NotFound, await bench.Problem(new ListAppeals(), bench.Clerk));

        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 6, 1, 0, 0, TimeSpan.Zero));
        var late = await store.Do(new ListAppeals(AppealFilter.Overdue), bench.Officer);
        Assert.Equal(2, late.Total);
        Assert.All(late.Appeals, line => Assert.True(line.IsOverdue));
        Assert.Equal([AppealState.Filed, AppealState.Routed], late.Appeals.Select(line => line.State));
        Assert.NotEmpty((await store.Do(new ExportAppeals(Language.Chinese, AppealFilter.Overdue), bench.Officer)).Content);
        Assert.NotEmpty((await store.Do(new ExportOwnAppeals(Language.English), bench.Clerk)).Content);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_overdue_is_found_with_its_owner_and_the_working_days(StoreKind kind)
    {
        await using var bench = await Bench.Open(kind, cluster);
        var (routed, filed) = (await bench.Routed(), await bench.File());
        Assert.Empty((await bench.Store.Do(new FindOverdueAppeals())).All);
        bench.Store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 9, 1, 0, 0, TimeSpan.Zero));
        var overdue = (await bench.Store.Do(new FindOverdueAppeals())).All;
        Assert.Equal([(filed, null, 6), (routed, "demo-department", 2)], overdue.Select(one => (one.Id, one.Owner, one.WorkingDays)));
        Assert.Equal(("诉求〔2026〕1号", new DateOnly(2026, 7, 7)), (overdue[1].Reference, overdue[1].Due));
        Assert.Equal(ProblemKind.NotFound, await bench.Problem(new FindOverdueAppeals(), bench.Officer));
        await bench.Store.Do(new AnswerAppeal(routed, "迟到的答复"), bench.Department);
        Assert.Equal(filed, Assert.Single((await bench.Store.Do(new FindOverdueAppeals())).All).Id);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task People_are_told_once_that_a_day_is_near_and_once_that_it_has_passed_also_by_two_processes(StoreKind kind)
    {
        await using var bench = await Bench.Open(kind, cluster);
        var id = await bench.Routed();
        await using var other = Store.At(bench.Store.Address);
        async Task<int> Told(string part) => (await bench.Store.Do(new ListNotices(), bench.Department)).Notices.Count(notice => notice.Title.Zh.Contains(part, StringComparison.Ordinal));

        await Both(bench.Store, other);
        Assert.Equal((0, 0), (await Told("到期"), await Told("已超期")));
        SetDay(bench.Store, other, 6);
        await Both(bench.Store, other);
        await Both(bench.Store, other);
        Assert.Equal((1, 0), (await Told("将于 2026-07-07 到期"), await Told("已超期")));
        SetDay(bench.Store, other, 8);
        await Both(bench.Store, other);
        await Both(bench.Store, other);
        Assert.Equal((1, 1), (await Told("将于 2026-07-07 到期"), await Told("已超期（2026-07-07）")));

        // Reopened, its clock begins anew, and so does what is told of it.
        await bench.Store.Do(new AnswerAppeal(id, "已办"), bench.Department);
        await bench.Store.Do(new RateAppeal(id, AppealRating.Partly), bench.Clerk);
        await bench.Store.Do(new ReopenAppeal(id, "未办完"), bench.Clerk);
        SetDay(bench.Store, other, 16);
        await Both(bench.Store, other);
        Assert.Equal(1, await Told("已超期（2026-07-15）"));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Unrated_after_ten_working_days_it_ends_once_also_by_two_processes(StoreKind kind)
    {
        await using var bench = await Bench.Open(kind, cluster);
        var id = await bench.Answered();
        await using var other = Store.At(bench.Store.Address);
        SetDay(bench.Store, other, 14);
        await Both(bench.Store, other);
        Assert.Equal(AppealState.Answered, (await bench.View(id, bench.Clerk)).Line.State);
        SetDay(bench.Store, other, 15);
        await Both(bench.Store, other);
        await Both(bench.Store, other);
        Assert.Equal(["File", "Route", "Answer", "Close"], await bench.Steps(id));
        Assert.Equal((AppealState.Closed, null), ((await bench.View(id, bench.Clerk)).Line.State, (await bench.View(id, bench.Clerk)).Line.Rating));
        Assert.Single((await bench.Store.Do(new ListNotices(), bench.Clerk)).Notices, notice => notice.Title.Zh.Contains("已自动办结", StringComparison.Ordinal));
        Assert.Equal(ProblemKind.Conflict, await bench.Problem(new RateAppeal(id, AppealRating.Satisfied), bench.Clerk));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_do_nothing_goes_on_record()
    {
        await using var bench = await Bench.Open(StoreKind.Sqlite, cluster);
        await bench.Answered();
        var before = await Count(bench.Store);
        await bench.Store.Provider.GetRequiredService<KeepAppeals>().Once(TestContext.Current.CancellationToken);
        Assert.Equal(before, await Count(bench.Store));
    }

    [Fact]
    public async Task Made_up_appeals_are_filled_in_once()
    {
        await using var bench = await Bench.Open(StoreKind.Sqlite, cluster);
        Assert.Equal(0, (await bench.Store.Do(new FillAppeals("nobody"))).Count);
        Assert.Equal(3, (await bench.Store.Do(new FillAppeals("demo-enterprise"))).Count);
        Assert.Equal(0, (await bench.Store.Do(new FillAppeals("demo-enterprise"))).Count);
        Assert.Equal([AppealState.Answered, AppealState.Filed, AppealState.Routed], (await bench.Store.Do(new ListOwnAppeals(), bench.Clerk)).Appeals.Select(line => line.State).OrderBy(state => state.ToString(), StringComparer.Ordinal));
    }

    private static Task<int> Count(Store store) => store.InDb(db => db.Set<AuditEntry>().CountAsync());

    private static void SetDay(Store store, Store other, int day)
    {
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, day, 1, 0, 0, TimeSpan.Zero));
        other.Time.SetUtcNow(new DateTimeOffset(2026, 7, day, 1, 0, 0, TimeSpan.Zero));
    }

    private static Task Both(Store store, Store other) => Task.WhenAll(new[] { store, other }.Select(one => Task.Run(() => one.Provider.GetRequiredService<KeepAppeals>().Once(TestContext.Current.CancellationToken))));
}
