using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>A report as a Word file to print, sign and seal.</summary>
public sealed record ReportDocument(string FileName, byte[] Content);

/// <summary>The form of one's own unit to print, with what the unit wrote.</summary>
public sealed record ExportReportForm(Guid Id) : IRequest<ReportDocument>;

/// <summary>What a unit sent, to print.</summary>
public sealed record ExportReviewedForm(Guid Id) : IRequest<ReportDocument>;

internal sealed class ExportReportFormSlice(ReportBook book, ViewReport view) : Slice<ExportReportForm, ReportDocument>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: false);

    protected override async Task<Answer<ReportDocument>> Handle(ExportReportForm request, CancellationToken cancel) =>
        await book.FindOwn(request.Id, cancel) is { } open ? ReportDocuments.Of(open, await view.Of(open, isOwn: true, cancel)) : ReportBook.NoReport;
}

internal sealed class ExportReviewedFormSlice(ReportBook book, ViewReport view) : Slice<ExportReviewedForm, ReportDocument>
{
    public override Permission Permission { get; } = new("reports.review", Changes: false, Recorded: true);

    protected override async Task<Answer<ReportDocument>> Handle(ExportReviewedForm request, CancellationToken cancel) =>
        await book.Find(request.Id, cancel) is { Report.Version: > 0 } open ? ReportDocuments.Of(open, await view.Of(open, isOwn: false, cancel)) : ReportBook.NoReport;
}

internal static class ReportDocuments
{
    public static ReportDocument Of(OpenReport open, ReportView seen)
    {
        var paper = FormPapers.Of(open, seen);
        return new ReportDocument(FormPapers.FileName(paper, "docx"), WriteReportDocument.Of(paper));
    }
}
