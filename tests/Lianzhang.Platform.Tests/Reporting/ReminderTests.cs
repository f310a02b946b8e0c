using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>Who is told of what, day after day, and that nobody is told twice.</summary>
public sealed class ReminderTests(PostgresCluster cluster)
{
    private const string Energy = """

          - code: firm_energy
            number: 青禾 03 表
            name: 企业能耗月报
            name_en: Monthly report on energy
            version: "2026-1"
            of: enterprise
            frequency: month
            owner: county_drc
            basis: 青禾县统计报表制度（2026 年）
            due_days: 5
            lock_days: 10
            minutes: 5
            sections:
              - code: main
                name: 一、能耗
                name_en: Energy
                columns: [{code: month, heading: 本月}]
                rows:
                  - {code: "01", name: 用能变化, name_en: What changed, kind: text}

        """;

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Day_after_day_each_person_is_told_once_of_all_that_is_to_be_said(StoreKind kind)
    {
        var (opened, clerk) = await OpenTwo(kind);
        await using var store = opened;
        // Due on Tuesday the 7th and locked after the 14th: told on the 1st, two working days before on the 3rd, and on the 8th.
        var told = new List<(int Day, string Title)>();
        for (var day = 1; day <= 16; day++)
        {
            On(store, day);
            foreach (var hour in new[] { 1, 2 })
            {
                store.Time.SetUtcNow(new DateTimeOffset(2026, 7, day, hour, 0, 0, TimeSpan.Zero));
                await store.Do(new RemindReporters());
            }

            told.AddRange((await store.Do(new ListNotices(), clerk)).Notices.Reverse().Skip(told.Count).Select(notice => (day, notice.Title.Zh)));
        }

        Assert.Equal(
            [
                (1, "《企业能耗月报》（2026年6月）、《企业生产经营月报》（2026年6月）已开始填报，最早 2026-07-07 截止。"),
                (3, "《企业能耗月报》（2026年6月）、《企业生产经营月报》（2026年6月）将于 2026-07-07 截止，尚未报送。"),
                (8, "《企业能耗月报》（2026年6月）、《企业生产经营月报》（2026年6月）已逾期未报，2026-07-14 后锁定，请尽快报送。"),
            ],
            told);
        Assert.Equal("/reports", (await store.Do(new ListNotices(), clerk)).Notices[0].Href);
        // The park and the other enterprise have nobody who fills in.
        Assert.Equal(3, await store.InDb(db => db.Set<Notice>().CountAsync(notice => notice.Href.StartsWith("/reports"))));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nobody_is_told_of_what_was_sent_or_is_not_expected(StoreKind kind)
    {
        var (opened, clerk) = await OpenTwo(kind);
        await using var store = opened;
        await store.Do(new RemindReporters());
        var sent = await ReportOf(store, "firm_month");
        await store.Do(new SaveDraft(sent, Rounds.Good), clerk);
        await store.Do(new SubmitReport(sent), clerk);
        On(store, 3);
        Assert.Equal(new RemindedReports(1, 1), await store.Do(new RemindReporters()));
        var notice = (await store.Do(new ListNotices(), clerk)).Notices[0];
        var left = await ReportOf(store, "firm_energy");
        Assert.Equal(("《企业能耗月报》（2026年6月）将于 2026-07-07 截止，尚未报送。", $"/reports/{left}"), (notice.Title.Zh, notice.Href));
        await store.Do(new ExemptReport(left, "本月停产"));
        On(store, 8);
        Assert.Equal(new RemindedReports(0, 0), await store.Do(new RemindReporters()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_opened_later_on_the_same_day_is_told_on_the_next(StoreKind kind)
    {
        var (opened, clerk, _, _) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new RemindReporters());
        await store.Do(new PublishProgramme(WithEnergy(), "energy"));
        On(store, 3);
        await store.Do(new OpenDueRounds());
        Assert.Equal(0, (await store.Do(new RemindReporters())).Reports);
        On(store, 4);
        await store.Do(new RemindReporters());
        Assert.Contains(await Titles(store, clerk), title => title.StartsWith("《企业能耗月报》（2026年6月）已开始填报", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task With_more_time_one_is_told_by_the_new_day(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new RemindReporters());
        await store.Do(new ExtendReport(id, new DateOnly(2026, 7, 13), new DateOnly(2026, 7, 20), "停电"));
        foreach (var day in new[] { 4, 5, 6, 7, 8 })
        {
            On(store, day);
            Assert.Equal(0, (await store.Do(new RemindReporters())).Reports);
        }

        On(store, 9);
        Assert.Equal(1, (await store.Do(new RemindReporters())).Reports);
        Assert.Contains("将于 2026-07-13 截止", (await Titles(store, clerk))[0], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task By_hand_one_reminds_once_a_day_and_of_ones_own_units(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var county = await store.As("county");
        var round = Assert.Single((await store.Do(new ListRounds())).Rounds).Id;
        Assert.Equal(new RemindedUnits(1, 1, 0, 1), await store.Do(new RemindUnits(round), county));
        Assert.Equal(new RemindedUnits(0, 0, 1, 0), await store.Do(new RemindUnits(round, [id]), county));
        // Nor does the product tell them on the same day.
        Assert.Equal(0, (await store.Do(new RemindReporters())).Reports);
        On(store, 6);
        Assert.Equal(1, (await store.Do(new RemindUnits(round, [id]), county)).Reports);
        Assert.Equal(2, (await Titles(store, clerk)).Count(title => title.StartsWith("主管部门提醒：", StringComparison.Ordinal)));
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new RemindUnits(round, []), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new RemindUnits(Guid.Empty), county)).Problem!.Kind);
        foreach (var who in new[] { clerk, await store.As("reviewer"), await store.As("leader") })
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new RemindUnits(round), who)).Problem!.Kind);
        On(store, 15);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new RemindUnits(round), county)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_product_does_it_by_itself_and_leaves_no_entry_when_there_is_nothing_to_do(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await Firms.Add(store, Rounds.Enterprise, organisation: "demo-enterprise");
        On(store, 1);
        var keep = store.Provider.GetRequiredService<KeepReporting>();
        await keep.Once(TestContext.Current.CancellationToken);
        Assert.Single(await Titles(store, await store.As("clerk")));
        var entries = await Entries(store);
        await keep.Once(TestContext.Current.CancellationToken);
        Assert.Equal(entries, await Entries(store));
    }

    private async Task<(Store Store, Caller Clerk)> OpenTwo(StoreKind kind)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        On(store, 1);
        await store.Do(new PublishProgramme(WithEnergy(), "energy"));
        await Firms.Add(store, Rounds.Enterprise, organisation: "demo-enterprise");
        await Firms.Add(store, Rounds.Other);
        Assert.Equal(new OpenedRounds(3, 5), await store.Do(new OpenDueRounds()));
        return (store, await store.As("clerk"));
    }

    private static IReadOnlyList<Core.Programmes.SourceFile> WithEnergy() => [.. Store.Qinghe.Select(file => file.Name == "forms.yaml" ? file with { Text = file.Text + Energy } : file)];

    private static void On(Store store, int day) => store.Time.SetUtcNow(new DateTimeOffset(2026, 7, day, 1, 0, 0, TimeSpan.Zero));

    private static Task<int> Entries(Store store) => store.InDb(db => db.Set<AuditEntry>().CountAsync());

    private static async Task<List<string>> Titles(Store store, Caller who) => [.. (await store.Do(new ListNotices(), who)).Notices.Select(notice => notice.Title.Zh)];

    private static async Task<Guid> ReportOf(Store store, string form) => await store.InDb(db => db.Set<Report>().Where(report => report.Unit == Rounds.Enterprise && db.Set<ReportRound>().Any(round => round.Id == report.RoundId && round.Form == form)).Select(report => report.Id).SingleAsync());
}
