using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Reporting;

public sealed class ScanTests(PostgresCluster cluster)
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 x"u8];

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_form_that_is_sealed_is_not_sent_without_a_scan(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 3, 1, 0, 0, TimeSpan.Zero));
        await store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file with { Text = file.Text.Replace("minutes: 12", "minutes: 12\n    seal: true", StringComparison.Ordinal) })], "sealed"));
        await Firms.Add(store, Rounds.Enterprise, organisation: "demo-enterprise");
        await store.Do(new OpenRound("firm_month", Rounds.June), await store.As("officer"));
        var (clerk, id) = (await store.As("clerk"), await Rounds.ReportOf(store, Rounds.Enterprise));
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        Assert.Contains("盖章扫描件", (await store.Ask(new SubmitReport(id), clerk)).Problem!.Detail.Zh, StringComparison.Ordinal);
        Assert.True((await store.Do(new GetScans(id), clerk)).IsAsked);
        await store.Do(new AttachScan(id, "盖章:页.pdf", Pdf), clerk);
        Assert.Equal(1, (await store.Do(new SubmitReport(id), clerk)).Version);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_scan_is_what_it_says_and_is_seen_by_its_unit_and_its_reviewers_alone(StoreKind kind)
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(kind, cluster);
        await using var store = opened;
        foreach (var wrong in new byte[][] { [], [.. "<html>"u8], [.. "MZ"u8], new byte[AttachScan.MostBytes + 1] })
            Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AttachScan(id, "a.pdf", wrong), clerk)).Problem!.Kind);
        var scan = await store.Do(new AttachScan(id, "a.pdf", Pdf), clerk);
        await store.Do(new AttachScan(id, "b.jpg", [0xFF, 0xD8, 0xFF, 0xE0]), clerk);
        await store.Do(new AttachScan(id, "c.png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]), clerk);
        await store.Do(new AttachScan(id, "d.pdf", Pdf), clerk);
        var last = await store.Do(new AttachScan(id, "e.pdf", Pdf), clerk);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AttachScan(id, "f.pdf", Pdf), clerk)).Problem!.Kind);
        await store.Do(new RemoveScan(id, last.Id), clerk);
        Assert.Equal(["a.pdf", "b.jpg", "c.png", "d.pdf"], (await store.Do(new GetScans(id), clerk)).Scans.Select(one => one.FileName));

        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetScan(id, scan.Id), reviewer)).Problem!.Kind);
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        Assert.Equal(Pdf, (await store.Do(new GetScan(id, scan.Id), reviewer)).Content);
        Assert.Equal(("a.pdf", "application/pdf"), (await store.Do(new GetOwnScan(id, scan.Id), clerk)) switch { var file => (file.FileName, file.ContentType) });
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new AttachScan(id, "g.pdf", Pdf), clerk)).Problem!.Kind);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new RemoveScan(id, scan.Id), clerk)).Problem!.Kind);
        var other = await Rounds.ReportOf(store, Rounds.Other);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetScans(other), clerk)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new AttachScan(other, "a.pdf", Pdf), clerk)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetOwnScan(other, scan.Id), clerk)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new RemoveScan(other, scan.Id), clerk)).Problem!.Kind);
    }
}
