using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>How reporting goes, as figures and indicators.</summary>
public sealed class RoundFigureTests(PostgresCluster cluster)
{
    private static readonly string[] Items = ["expected", "received", "on_time", "late", "returned", "missing"];

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Timeliness_is_on_the_board_as_soon_as_a_report_has_come(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new PublishProgramme(WithTimeliness(), "timeliness"));
        Assert.Equal((0m, Rounds.June, "系统统计", FigureFlag.Provisional), Told(await store.Do(new GetBoard())));
        var same = await store.Do(new GetBoard());
        Assert.Same(same, await store.Do(new GetBoard()));
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        Assert.Same(same, await store.Do(new GetBoard()));
        await store.Do(new SubmitReport(id), clerk);
        Assert.Equal(50m, Actual(await store.Do(new GetBoard()))!.Value);
        await store.Do(new ExemptReport(await Rounds.ReportOf(store, Rounds.Other), "停产"));
        Assert.Equal(100m, Actual(await store.Do(new GetBoard()))!.Value);
        await store.Do(new AcceptReports([id]), reviewer);

        // Once the round is locked the figure is final.
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 15, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal((100m, Rounds.June, "系统统计", FigureFlag.Final), Told(await store.Do(new GetBoard())));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_counted_within_a_change_that_was_taken_back_is_not_kept(StoreKind kind)
    {
        var (opened, _, _, _) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new PublishProgramme(WithTimeliness(), "timeliness"));
        var other = await Rounds.ReportOf(store, Rounds.Other);
        Assert.Equal(2m, await Now());
        await using (var scope = store.Provider.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            foreach (var report in await db.Set<Report>().IgnoreQueryFilters().ToListAsync(TestContext.Current.CancellationToken))
                report.ExemptReason = "停产";
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0m, await Expected(scope.ServiceProvider));
        }

        // Another change comes to as many as it did.
        await store.Do(new ExemptReport(other, "停产"));
        Assert.Equal(1m, await Now());

        async Task<decimal> Now()
        {
            await using var scope = store.Provider.CreateAsyncScope();
            return await Expected(scope.ServiceProvider);
        }

        static async Task<decimal> Expected(IServiceProvider services) => Of(await Figures(services));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Counts_that_follow_the_moves_of_reports_are_those_that_are_counted_anew(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new PublishProgramme(WithTimeliness(), "timeliness"));
        var (officer, other, random) = (await store.As("officer"), await Rounds.ReportOf(store, Rounds.Other), new Random(7));
        var steps = new Func<Task>[]
        {
            () => store.Ask(new SaveDraft(id, Rounds.Good), clerk),
            () => store.Ask(new SubmitReport(id), clerk),
            () => store.Ask(new WithdrawReport(id), clerk),
            () => store.Ask(new CorrectReport(id, "填错"), clerk),
            () => store.Ask(new ReturnReport(id, new Dictionary<string, string> { [string.Empty] = "核对" }), reviewer),
            () => store.Ask(new AcceptReports([id]), reviewer),
            () => store.Ask(new ExemptReport(other, "停产"), officer),
            () => store.Ask(new ExpectReport(other), officer),
            () => store.Ask(new ExtendReport(other, new DateOnly(2026, 7, 20), new DateOnly(2026, 7, 25), "盘点"), officer),
            () => store.Ask(new OpenRound("firm_month", Period.OfMonth(2026, random.Next(1, 6))), officer),
            () => Task.Run(() => store.Time.Advance(TimeSpan.FromHours(7))),
            () => new KeepReporting(store.Provider.GetRequiredService<IServiceScopeFactory>(), store.Provider.GetRequiredService<Run>(), store.Time).Once(TestContext.Current.CancellationToken),
        };
        var words = new HashSet<string>();
        for (var step = 0; step < 120; step++)
        {
            await steps[random.Next(steps.Length)]();
            await using var scope = store.Provider.CreateAsyncScope();
            var (db, followed) = (scope.ServiceProvider.GetRequiredService<LianzhangDb>(), await Figures(scope.ServiceProvider));
            var anew = new StoredRoundFigures(db, new RoundFigureCache(), store.Time);
            Assert.Equal(await Figures(scope.ServiceProvider, anew), followed);
            var word = await scope.ServiceProvider.GetRequiredService<StoredRoundFigures>().Version(TestContext.Current.CancellationToken);
            Assert.Equal(await anew.Version(TestContext.Current.CancellationToken), word);
            words.Add(word);
        }

        Assert.True(words.Count > 15, $"{words.Count} states");
    }

    [Fact]
    public async Task A_move_that_is_committed_after_a_later_one_is_counted_too()
    {
        var (opened, _, _, id) = await Rounds.Open(StoreKind.Postgres, cluster);
        await using var store = opened;
        await store.Do(new PublishProgramme(WithTimeliness(), "timeliness"));
        var other = await Rounds.ReportOf(store, Rounds.Other);
        Assert.Equal(2m, await Expected());
        await using (var scope = store.Provider.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
            await using var first = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            (await db.Set<Report>().IgnoreQueryFilters().SingleAsync(report => report.Id == id, TestContext.Current.CancellationToken)).ExemptReason = "停产";
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await store.Do(new ExemptReport(other, "停产"));
            Assert.Equal(1m, await Expected());
            // Who begins to count in between has not seen it either.
            await using var between = store.Provider.CreateAsyncScope();
            var late = new StoredRoundFigures(between.ServiceProvider.GetRequiredService<LianzhangDb>(), new RoundFigureCache(), store.Time);
            Assert.Equal(1m, Of(await Figures(between.ServiceProvider, late)));
            await first.CommitAsync(TestContext.Current.CancellationToken);
            Assert.Equal((0m, 0m), (await Expected(), Of(await Figures(between.ServiceProvider, late))));
            Assert.Equal((0m, 0m), (await Expected(), Of(await Figures(between.ServiceProvider, late))));
        }

        async Task<decimal> Expected()
        {
            await using var scope = store.Provider.CreateAsyncScope();
            return Of(await Figures(scope.ServiceProvider));
        }
    }

    [Fact]
    public async Task A_change_that_began_before_a_move_does_not_count_it()
    {
        var (opened, _, _, id) = await Rounds.Open(StoreKind.Postgres, cluster);
        await using var store = opened;
        await store.Do(new PublishProgramme(WithTimeliness(), "timeliness"));
        await using var scope = store.Provider.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
        await using (await db.Moment(TestContext.Current.CancellationToken))
        {
            Assert.Equal(2m, Of(await Figures(scope.ServiceProvider)));
            await store.Do(new ExemptReport(id, "停产"));
            Assert.Equal(1m, await Expected());
            Assert.Equal(2m, Of(await Figures(scope.ServiceProvider)));
        }

        Assert.Equal((1m, 1m), (await Expected(), Of(await Figures(scope.ServiceProvider))));

        async Task<decimal> Expected()
        {
            await using var another = store.Provider.CreateAsyncScope();
            return Of(await Figures(another.ServiceProvider));
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_accepted_is_on_the_board_at_once_and_what_was_only_sent_is_not(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new PublishProgramme(With("万元", "sum(firm_revenue)"), "revenue"));
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        Assert.Null(Actual(await store.Do(new GetBoard())));
        await store.Do(new AcceptReports([id]), reviewer);
        Assert.Equal((1200.5m, Rounds.June), Actual(await store.Do(new GetBoard())) is { } actual ? (actual.Value, actual.Period) : default);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Each_region_has_its_own_figures_and_the_whole_has_all(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new PublishProgramme(WithTimeliness(), "timeliness"));
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 8, 1, 0, 0, TimeSpan.Zero));
        await store.Do(new SubmitReport(id), clerk);
        foreach (var region in new[] { "990101", Registers.Firms.Hedong })
        {
            var figures = (await store.Do(new GetRegion(region))).Figures.Where(figure => figure.Item.StartsWith("reports_", StringComparison.Ordinal)).ToDictionary(figure => figure.Item["reports_".Length..], figure => figure.Value);
            Assert.Equal([2m, 1m, 0m, 1m, 0m, 1m], Items.Select(item => figures[item]));
        }

        Assert.DoesNotContain((await store.Do(new GetRegion(Registers.Firms.Hexi))).Figures, figure => figure.Item.StartsWith("reports_", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_programme_without_such_items_has_no_such_figures(StoreKind kind)
    {
        var (opened, _, _, _) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        Assert.DoesNotContain((await store.Do(new GetBoard())).Unmapped, row => row.Name.StartsWith("reports_", StringComparison.Ordinal));
    }

    private static decimal Of(IReadOnlyList<PublishedFigure> figures) => figures.First(figure => figure.Item == "reports_expected").Quantity.Amount;

    private static async Task<IReadOnlyList<PublishedFigure>> Figures(IServiceProvider services, StoredRoundFigures? rounds = null)
    {
        var programme = (await services.GetRequiredService<PublishedProgrammes>().Find(null, TestContext.Current.CancellationToken))!.Programme;
        return await (rounds ?? services.GetRequiredService<StoredRoundFigures>()).All(programme, TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<Core.Programmes.SourceFile> WithTimeliness() => With("\"%\"", "share(value(reports_on_time), value(reports_expected))");

    // The county with an indicator of the month and its target.
    private static IReadOnlyList<Core.Programmes.SourceFile> With(string unit, string formula) => [.. Store.Qinghe.Select(file => file.Name switch
    {
        "items.yaml" => file with { Text = file.Text + string.Concat(Items.Select(item => $"  - {{code: reports_{item}, name: 报表{item}, name_en: Reports {item}, kind: flow, unit: 份, owner: county_stats}}\n")) },
        "indicators.yaml" => file with { Text = file.Text + $"\n  - {{code: reporting_timeliness, name: 按时报送率, name_en: Timeliness, owner: county_stats, unit: {unit}, formula: \"{formula}\", basis: date, frequency: month, over_regions: mean}}\n" },
        "targets.yaml" => file with { Text = file.Text.TrimEnd() + "\n  - {indicator: reporting_timeliness, year: 2026, qualifier: exact, value: 98, cite: {document: plan, section: 主要目标}}\n" },
        _ => file,
    })];

    private static BoardActual? Actual(Board board) => board.Targets.Single(row => row.Indicator == "reporting_timeliness").Actual;

    private static (decimal, Period, string, FigureFlag) Told(Board board) => Actual(board) is { } actual ? (actual.Value, actual.Period, actual.Source, actual.Flag) : default;
}
