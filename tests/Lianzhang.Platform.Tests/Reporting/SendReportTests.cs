using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>Reports that a program sends whole, each under a key.</summary>
public sealed class SendReportTests(PostgresCluster cluster)
{
    private const int AtOnce = 6;

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_same_sending_twice_is_one_version_with_one_answer_whatever_became_of_it(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var first = await store.Do(Send("one"), clerk);
        store.Time.Advance(TimeSpan.FromMinutes(1));
        var again = await store.Do(Send("one") with { Cells = Rounds.Good.Reverse().ToDictionary() }, clerk);
        await store.Do(new AcceptReports([id]), reviewer);
        var afterwards = await store.Do(Send("one"), clerk);

        Assert.Equal((id, 1), (first.Report, first.Version));
        Assert.All([again, afterwards], answer => Assert.Equal((first.Report, first.Version, first.SubmittedAt, first.Findings.Count), (answer.Report, answer.Version, answer.SubmittedAt, answer.Findings.Count)));
        var own = await store.Do(new GetOwnReport(id), clerk);
        Assert.Equal((1, ReportWay.Api, ReportState.Accepted), (Assert.Single(own.Versions).Number, own.Versions[0].Way, own.Standing.State));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_same_sending_at_once_is_done_once(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => store.Do(Send("one"), clerk)));

        Assert.Equal([1], answers.Select(answer => answer.Version).Distinct());
        Assert.Equal(1, await Versions(store, id));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Different_contents_at_once_are_one_version_and_conflicts(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var answers = await Task.WhenAll(Enumerable.Range(1, AtOnce).Select(number => store.Ask(Send($"key {number}", revenue: $"{number}"), clerk)));

        Assert.Single(answers, answer => answer.Problem is null);
        Assert.All(answers.Where(answer => answer.Problem is not null), answer => Assert.Equal(ProblemKind.Conflict, answer.Problem!.Kind));
        Assert.Equal(1, await Versions(store, id));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_key_stands_for_one_content(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(Send("one"), clerk);
        await store.Do(new WithdrawReport(id), clerk);

        Assert.Equal(ProblemKind.Conflict, (await store.Ask(Send("one", revenue: "7"), clerk)).Problem!.Kind);
        Assert.Equal("1,200.5", (await store.Do(new GetOwnReport(id), clerk)).Content.Cells["01.month"].Typed);
        Assert.Equal(2, (await store.Do(Send("two", revenue: "7"), clerk)).Version);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_was_typed_since_stays_when_it_is_sent_again_under_the_old_key(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(Send("one"), clerk);
        await store.Do(new ReturnReport(id, new Dictionary<string, string> { [""] = "请核实" }), reviewer);
        await store.Do(new SaveDraft(id, Rounds.Cells(("01.month", "999"))), clerk);

        Assert.Equal(1, (await store.Do(Send("one"), clerk)).Version);
        Assert.Equal("999", (await store.Do(new GetOwnReport(id), clerk)).Content.Cells["01.month"].Typed);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task It_is_refused_with_the_findings_of_the_page_and_what_was_typed_there_stays(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var wrong = Rounds.Cells(("01.month", "一千二"), ("03.month", "缺报"), ("products.1.name", "有机小米"));
        await store.Do(new SaveDraft(id, wrong), clerk);
        var page = (await store.Ask(new SubmitReport(id), clerk)).Problem!;
        await store.Do(new SaveDraft(id, Rounds.Cells(("01.month", "777"))), clerk);

        var refused = (await store.Ask(Send("one") with { Cells = wrong }, clerk)).Problem!;
        Assert.Equal((page.Kind, page.Detail), (refused.Kind, refused.Detail));
        Assert.Equal(page.Faults, refused.Faults);
        Assert.Contains(refused.Faults!, fault => fault.At.File == "unreadable@01.month");
        Assert.Equal("777", (await store.Do(new GetOwnReport(id), clerk)).Content.Cells["01.month"].Typed);
        Assert.Equal(0, await Versions(store, id));
        // A sending that failed used its key for nothing.
        Assert.Equal(1, (await store.Do(Send("one"), clerk)).Version);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_names_no_report_or_cell_or_has_no_key_is_refused(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(new SaveDraft(id, Rounds.Cells(("01.month", "777"))), clerk);
        var sound = Send("one");
        foreach (var (wrong, expected) in new[]
        {
            (sound with { Form = "unknown" }, ProblemKind.NotFound),
            (sound with { Period = Period.OfMonth(2026, 5) }, ProblemKind.NotFound),
            (sound with { Period = Period.OfQuarter(2026, 2) }, ProblemKind.NotFound),
            (sound with { Unit = Rounds.Other }, ProblemKind.NotFound),
            (sound with { Unit = "\0" }, ProblemKind.NotFound),
            (sound with { Cells = Rounds.Cells(("09.month", "1")) }, ProblemKind.Invalid),
            (sound with { Cells = Rounds.Cells(("01.month", new string('9', 501))) }, ProblemKind.Invalid),
            (sound with { IdempotencyKey = "" }, ProblemKind.Invalid),
            (sound with { IdempotencyKey = "a\nb" }, ProblemKind.Invalid),
            (sound with { IdempotencyKey = new string('k', 101) }, ProblemKind.Invalid),
        })
            Assert.Equal((wrong, expected), (wrong, (await store.Ask(wrong, clerk)).Problem!.Kind));
        foreach (var who in new[] { await store.As("officer"), await store.As("county"), await store.As("reviewer"), await store.As("leader"), Caller.Nobody("127.0.0.1") })
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(sound, who)).Problem!.Kind);
        Assert.Equal((0, "777"), (await Versions(store, id), (await store.Do(new GetOwnReport(id), clerk)).Content.Cells["01.month"].Typed));
        Assert.Equal(1, (await store.Do(sound with { IdempotencyKey = new string('k', 100) }, clerk)).Version);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_in_review_or_locked_takes_nothing_more(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await store.Do(Send("one"), clerk);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(Send("two", revenue: "7"), clerk)).Problem!.Kind);

        await store.Do(new WithdrawReport(id), clerk);
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 20, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(Send("three", revenue: "7"), clerk)).Problem!.Kind);
        Assert.Equal("1,200.5", (await store.Do(new GetOwnReport(id), clerk)).Content.Cells["01.month"].Typed);
        // What was sent in time is answered still.
        Assert.Equal(1, (await store.Do(Send("one"), clerk)).Version);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_acts_for_several_units_names_one(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        await Rounds.GiveToClerk(store, Rounds.Other);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(Send("one"), clerk)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new FindOwnReport("firm_month", Rounds.June), clerk)).Problem!.Kind);
        Assert.Equal(id, (await store.Do(Send("one") with { Unit = Rounds.Enterprise }, clerk)).Report);
        // A key is of one report, so that a program may number the months alone.
        Assert.Equal(await Rounds.ReportOf(store, Rounds.Other), (await store.Do(Send("one", revenue: "7") with { Unit = Rounds.Other }, clerk)).Report);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_program_reads_the_cells_with_what_stands_in_them(StoreKind kind)
    {
        var (opened, clerk, reviewer, _) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var asked = new FindOwnReport("firm_month", Rounds.June);
        var empty = await store.Do(asked, clerk);
        Assert.Equal(("firm_month", Rounds.June, Rounds.Enterprise, ReportState.Open, 0), (empty.Form, empty.Period, empty.Unit, empty.State, empty.Version));
        Assert.Equal(("万元", true, null), (empty.Cells.Single(cell => cell.Key == "01.month") is var revenue ? (revenue.Unit, revenue.Required, revenue.Typed) : default));
        Assert.Equal(["增加", "持平", "减少"], empty.Cells.Single(cell => cell.Key == "04.month").Options);
        Assert.Contains(empty.Findings, finding => finding.Key == "unanswered@01.month");

        var cells = Rounds.Good;
        cells["03.month"] = new CellEntry("缺报", "工资系统停机", "下月补报");
        await store.Do(Send("one") with { Cells = cells, Explanations = new Dictionary<string, string> { ["unusual@01.month"] = "说明" } }, clerk);
        var sent = await store.Do(asked, clerk);
        Assert.Equal((ReportState.Submitted, 1, "说明"), (sent.State, sent.Version, sent.Explanations["unusual@01.month"]));
        Assert.Equal(("缺报", "工资系统停机", "下月补报"), (sent.Cells.Single(cell => cell.Key == "03.month") is var staff ? (staff.Typed, staff.Reason, staff.Note) : default));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(asked, reviewer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(asked with { Unit = Rounds.Other }, clerk)).Problem!.Kind);
    }

    private static SendReport Send(string key, string revenue = "1,200.5")
    {
        var cells = Rounds.Good;
        cells["01.month"] = new CellEntry(revenue);
        return new SendReport("firm_month", Rounds.June, null, cells, new Dictionary<string, string>(), key);
    }

    private static Task<int> Versions(Store store, Guid report) => store.InDb(db => db.Set<ReportVersion>().IgnoreQueryFilters().CountAsync(version => version.ReportId == report));
}
