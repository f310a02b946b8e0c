using System.IO.Compression;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>What a county delivers for its units.</summary>
public sealed class DeliveryTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Templates_that_were_filled_in_go_into_drafts_that_nobody_began_and_their_people_are_told_once(StoreKind kind)
    {
        var (opened, clerk, _, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var (county, other, round) = (await store.As("county"), await Rounds.ReportOf(store, Rounds.Other), await RoundOf(store));
        var unsent = await store.Do(new ListUnsentReports(round), county);
        Assert.Equal(2, unsent.Reports.Count);
        using var archive = new MemoryStream();
        await store.Provider.GetRequiredService<StreamRoundTemplates>().Write(unsent, archive, county, TestContext.Current.CancellationToken);
        var files = Unzip(archive.ToArray());
        Assert.Equal(["F1_F1.xlsx", "F2_F2.xlsx"], files.Keys.Order(StringComparer.Ordinal));

        var own = ReportJson.Write(Papers.Content(("01.month", new CellEntry("7"))));
        await store.InDb(db => db.Set<Report>().IgnoreQueryFilters().Where(report => report.Id == other).ExecuteUpdateAsync(set => set.SetProperty(report => report.Draft, own).SetProperty(report => report.DraftAt, store.Time.GetUtcNow())));
        var filled = Zip(files.ToDictionary(file => file.Key, file => new EditedTemplate(file.Value).Number("01.month", "45").Text("02.ytd", "缺报：未结账").Build()));
        var view = await Deliver(store, round, "all.zip", filled, county);
        Assert.Equal((2, 1, 1), (view.Total, view.Taken, view.Refused));
        Assert.Contains("已自行填写", Assert.Single(view.Faults).Zh, StringComparison.Ordinal);
        var mine = await store.Do(new GetOwnReport(id), clerk);
        Assert.Equal(("45", new CellEntry("缺报", "未结账"), county.Name), (mine.Content.Cells["01.month"].Typed, mine.Content.Cells["02.ytd"], mine.DeliveredBy));

        // Delivered again it is put right and nobody is told twice; once the unit writes, it is left alone.
        await Deliver(store, round, "again.zip", filled, county);
        Assert.Equal(1, await store.InDb(db => db.Set<Notice>().CountAsync(notice => notice.Account == clerk.Account && notice.Href == $"/reports/{id}")));
        store.Time.Advance(TimeSpan.FromMinutes(1));
        await store.Do(new SaveDraft(id, Rounds.Cells(("01.month", "46"))), clerk);
        Assert.Equal((0, 2), await Deliver(store, round, "late.zip", filled, county) switch { var late => (late.Taken, late.Refused) });
        Assert.Equal("46", (await store.Do(new GetOwnReport(id), clerk)).Content.Cells["01.month"].Typed);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_workbook_has_a_row_for_each_unit_and_a_row_with_a_fault_is_left_whole(StoreKind kind)
    {
        await using var store = await WithoutRepeats(kind);
        var (county, clerk, round) = (await store.As("county"), await store.As("clerk"), await RoundOf(store));
        var workbook = (await store.Do(new ExportRoundUnits(round), county)).Content;
        var rows = new EditedTemplate(workbook).TextAt("C7", "1200.5").TextAt("D7", "缺报：未结账").TextAt("E7", "45").TextAt("C8", "一千二").TextAt("E8", "3").Resaved().Build();
        var view = await Deliver(store, round, "units.xlsx", rows, county);
        Assert.Equal((2, 1, 1), (view.Total, view.Taken, view.Refused));
        Assert.Equal("第 8 行", Assert.Single(view.Faults).Place);
        var content = (await store.Do(new GetOwnReport(await Rounds.ReportOf(store, Rounds.Enterprise)), clerk)).Content;
        Assert.Equal(["1200.5", "缺报", "45"], content.Cells.OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => cell.Value.Typed));
        Assert.Equal(string.Empty, await store.InDb(db => db.Set<Report>().Where(report => report.Unit == Rounds.Other).Select(report => report.Draft).SingleAsync()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_a_stopped_server_left_is_taken_when_it_runs_again(StoreKind kind)
    {
        await using var store = await WithoutRepeats(kind);
        var (county, round) = (await store.As("county"), await RoundOf(store));
        var workbook = new EditedTemplate((await store.Do(new ExportRoundUnits(round), county)).Content).TextAt("C7", "5").TextAt("C8", "6").Build();
        var kept = await store.Do(new KeepDelivery(round, "units.xlsx", workbook), county);
        var work = await store.Do(new OpenDelivery(kept.Id), county);
        await store.Do(new TakeDelivery(kept.Id, [work.Reports[0]]), county);
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();
        await store.Provider.GetRequiredService<RunDeliveries>().Take(kept.Id, county, stopping.Token);
        Assert.True(Assert.Single((await store.Do(new ListDeliveries(round), county)).All).IsRunning);

        var left = Assert.Single((await store.Do(new FindOpenDeliveries())).All);
        await store.Provider.GetRequiredService<RunDeliveries>().Take(left.Upload, left.Caller, TestContext.Current.CancellationToken);
        var view = Assert.Single((await store.Do(new ListDeliveries(round), county)).All);
        Assert.Equal((2, 2, 0, false), (view.Total, view.Taken, view.Refused, view.IsRunning));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_no_delivery_of_the_round_is_refused(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        var (county, round) = (await store.As("county"), await RoundOf(store));
        var template = (await store.Do(new ExportReportTemplate(id), clerk)).Content;
        foreach (var wrong in new[] { "no archive"u8.ToArray(), Zip(new() { ["a.txt"] = [1] }), template, new MadeWorkbook().Row("a").Build(), [] })
            Assert.Equal(ProblemKind.Invalid, (await store.Ask(new KeepDelivery(round, "x", wrong), county)).Problem!.Kind);
        var view = await Deliver(store, round, "a.zip", Zip(new() { ["a.xlsx"] = new MadeWorkbook().Row("a").Build() }), county);
        Assert.Contains("报表标识", Assert.Single(view.Faults).Zh, StringComparison.Ordinal);
        // A form with rows that units add cannot be one table.
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ExportRoundUnits(round), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListUnsentReports(Guid.AllBitsSet), county)).Problem!.Kind);
        foreach (var who in new[] { clerk, reviewer, await store.As("leader") })
        {
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ListUnsentReports(round), who)).Problem!.Kind);
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new KeepDelivery(round, "a.zip", template), who)).Problem!.Kind);
        }
    }

    private async Task<Store> WithoutRepeats(StoreKind kind)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 3, 1, 0, 0, TimeSpan.Zero));
        await store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file.Path.EndsWith("forms.yaml", StringComparison.Ordinal) ? file with { Text = WithoutProducts(file.Text) } : file)], "flat"));
        await Firms.Add(store, Rounds.Enterprise, organisation: "demo-enterprise");
        await Firms.Add(store, Rounds.Other);
        await store.Do(new OpenRound("firm_month", Rounds.June), await store.As("officer"));
        return store;
    }

    private static string WithoutProducts(string forms)
    {
        var from = forms.IndexOf("      - code: products", StringComparison.Ordinal);
        return forms.Remove(from, forms.IndexOf("    checks:", StringComparison.Ordinal) - from);
    }

    private static async Task<DeliveryView> Deliver(Store store, Guid round, string name, byte[] content, Caller county)
    {
        var kept = await store.Do(new KeepDelivery(round, name, content), county);
        await store.Provider.GetRequiredService<RunDeliveries>().Take(kept.Id, county, TestContext.Current.CancellationToken);
        return (await store.Do(new ListDeliveries(round), county)).All.Single(one => one.Id == kept.Id);
    }

    private static Task<Guid> RoundOf(Store store) => store.InDb(db => db.Set<ReportRound>().Select(round => round.Id).SingleAsync());

    private static Dictionary<string, byte[]> Unzip(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    private static byte[] Zip(Dictionary<string, byte[]> files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
