using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>A scan with its bytes.</summary>
public sealed record ScanFile(string FileName, string ContentType, byte[] Content);

/// <summary>Reads a scan of a report of one's own unit.</summary>
public sealed record GetOwnScan(Guid Report, Guid Scan) : IRequest<ScanFile>;

/// <summary>Reads a scan of a report that was sent, to review it.</summary>
public sealed record GetScan(Guid Report, Guid Scan) : IRequest<ScanFile>;

internal sealed class GetOwnScanSlice(LianzhangDb db, ReportBook book) : Slice<GetOwnScan, ScanFile>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: false);

    protected override async Task<Answer<ScanFile>> Handle(GetOwnScan request, CancellationToken cancel) =>
        await book.FindOwn(request.Report, cancel) is not null && await ScanFiles.Find(db, request.Report, request.Scan, cancel) is { } scan ? scan : ReportBook.NoReport;
}

internal sealed class GetScanSlice(LianzhangDb db, ReportBook book) : Slice<GetScan, ScanFile>
{
    public override Permission Permission { get; } = new("reports.review", Changes: false, Recorded: true);

    protected override async Task<Answer<ScanFile>> Handle(GetScan request, CancellationToken cancel) =>
        await book.Find(request.Report, cancel) is { Report.Version: > 0 } && await ScanFiles.Find(db, request.Report, request.Scan, cancel) is { } scan ? scan : ReportBook.NoReport;
}

internal static class ScanFiles
{
    public static Task<ScanFile?> Find(LianzhangDb db, Guid report, Guid scan, CancellationToken cancel) => db.Set<ReportScan>().AsNoTracking()
        .Where(one => one.Id == scan && one.ReportId == report).Select(one => new ScanFile(one.FileName, one.ContentType, one.Content)).SingleOrDefaultAsync(cancel);
}
