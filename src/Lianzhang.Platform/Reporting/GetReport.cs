using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>Reads a report of one's own unit, with what is being written.</summary>
public sealed record GetOwnReport(Guid Id) : IRequest<ReportView>;

/// <summary>Reads what a unit sent, to review it.</summary>
public sealed record GetReport(Guid Id) : IRequest<ReportView>;

internal sealed class GetOwnReportSlice(ReportBook book, ViewReport view) : Slice<GetOwnReport, ReportView>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: false);

    protected override async Task<Answer<ReportView>> Handle(GetOwnReport request, CancellationToken cancel) =>
        await book.FindOwn(request.Id, cancel) is { } open ? await view.Of(open, isOwn: true, cancel) : ReportBook.NoReport;
}

internal sealed class GetReportSlice(ReportBook book, ViewReport view) : Slice<GetReport, ReportView>
{
    public override Permission Permission { get; } = new("reports.review", Changes: false, Recorded: true);

    protected override async Task<Answer<ReportView>> Handle(GetReport request, CancellationToken cancel) =>
        await book.Find(request.Id, cancel) is { Report.Version: > 0 } open ? await view.Of(open, isOwn: false, cancel) : ReportBook.NoReport;
}
