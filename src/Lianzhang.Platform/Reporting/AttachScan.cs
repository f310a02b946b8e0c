using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>A signed and sealed page that is attached to a report.</summary>
public sealed record ScanView(Guid Id, string FileName, int Bytes, DateTimeOffset At, string By);

/// <summary>The pages that are attached to a report.</summary>
/// <param name="IsAsked">Whether the form asks for one.</param>
/// <param name="IsOpen">Whether they can be changed.</param>
/// <param name="Scans">The pages, the first first.</param>
public sealed record ReportScans(bool IsAsked, bool IsOpen, IReadOnlyList<ScanView> Scans);

/// <summary>Lists the pages that are attached to a report of one's own unit.</summary>
public sealed record GetScans(Guid Report) : IRequest<ReportScans>;

/// <summary>Attaches a scan of the signed and sealed page to a report of one's own unit.</summary>
public sealed record AttachScan(Guid Report, string FileName, byte[] Content) : IRequest<ScanView>
{
    public const int MostBytes = 10_000_000;
    public const int Most = 5;

    public override string ToString() => $"{Report}: {FileName}, {Content.Length} bytes";
}

/// <summary>Takes a page off a report of one's own unit again.</summary>
public sealed record RemoveScan(Guid Report, Guid Scan) : IRequest<Done>;

internal sealed class GetScansSlice(LianzhangDb db, ReportBook book) : Slice<GetScans, ReportScans>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: false);

    protected override async Task<Answer<ReportScans>> Handle(GetScans request, CancellationToken cancel)
    {
        if (await book.FindOwn(request.Report, cancel) is not { } open)
            return ReportBook.NoReport;
        var scans = await db.Set<ReportScan>().Where(scan => scan.ReportId == request.Report).OrderBy(scan => scan.At).ThenBy(scan => scan.FileName)
            .Select(scan => new ScanView(scan.Id, scan.FileName, scan.Content.Length, scan.At, scan.By)).ToListAsync(cancel);
        return new ReportScans(open.Form.Seal, open.Report.Standing.IsWithUnit, scans);
    }
}

internal sealed class AttachScanSlice(LianzhangDb db, ReportBook book, CurrentCaller caller, TimeProvider time) : Slice<AttachScan, ScanView>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: true);

    protected override Problem? Validate(AttachScan request) => request.Content.Length is 0 or > AttachScan.MostBytes || TypeOf(request.Content) is null
        ? Problem.Invalid(($"请上传 PDF、JPG 或 PNG 格式的扫描件，不超过 {AttachScan.MostBytes / 1_000_000} MB。", $"Upload a scan as PDF, JPG or PNG of at most {AttachScan.MostBytes / 1_000_000} MB."))
        : null;

    protected override async Task<Answer<ScanView>> Handle(AttachScan request, CancellationToken cancel)
    {
        if (await book.FindOwn(request.Report, cancel) is not { } open)
            return ReportBook.NoReport;
        if (!open.Report.Standing.IsWithUnit)
            return ScanProblems.NotOpen(open.Report);
        if (await db.Set<ReportScan>().CountAsync(scan => scan.ReportId == request.Report, cancel) >= AttachScan.Most)
            return Problem.Invalid(($"每份报表最多 {AttachScan.Most} 个扫描件，请先删除不用的。", $"A report has at most {AttachScan.Most} scans; take one off first."));
        var now = time.GetUtcNow();
        var scan = new ReportScan
        {
            Id = Guid.CreateVersion7(now),
            ReportId = request.Report,
            FileName = CleanName.Of(request.FileName),
            ContentType = TypeOf(request.Content)!,
            Content = request.Content,
            At = now,
            By = caller.Caller.Name,
        };
        db.Add(scan);
        return new ScanView(scan.Id, scan.FileName, scan.Content.Length, scan.At, scan.By);
    }

    private static string? TypeOf(byte[] content) => SniffContent.Begins(content) is { } kind ? FileKinds.ContentType(kind) : null;
}

internal sealed class RemoveScanSlice(LianzhangDb db, ReportBook book) : Slice<RemoveScan, Done>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: true);

    protected override async Task<Answer<Done>> Handle(RemoveScan request, CancellationToken cancel)
    {
        if (await book.FindOwn(request.Report, cancel) is not { } open || await db.Set<ReportScan>().SingleOrDefaultAsync(scan => scan.Id == request.Scan && scan.ReportId == request.Report, cancel) is not { } scan)
            return ReportBook.NoReport;
        if (!open.Report.Standing.IsWithUnit)
            return ScanProblems.NotOpen(open.Report);
        // A report that is sent at the same moment rests on its scan: both write its row, so that one sees the other.
        open.Report.Revision++;
        db.Remove(scan);
        return Done.It;
    }
}

internal static class ScanProblems
{
    public static Problem Missing { get; } = Problem.Invalid(("请上传盖章扫描件：本报表须附单位负责人签字并加盖公章的扫描件。", "Attach a scan of the signed and sealed page; the form asks for one."));

    public static Problem NotOpen(Report report) =>
        Problem.Conflict(($"报表当前状态为“{ReportStateWords.Of(report.State).Zh}”，不能更换扫描件。", $"The report is {ReportStateWords.Of(report.State).En}; its scans cannot be changed."));
}
