using System.Data;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>A report that was sent.</summary>
/// <param name="Report">The report.</param>
/// <param name="Version">The number of the version.</param>
/// <param name="SubmittedAt">When.</param>
/// <param name="Findings">What the checks found in it, all of it explained.</param>
public sealed record SubmittedReport(Guid Report, int Version, DateTimeOffset SubmittedAt, IReadOnlyList<Finding> Findings);

/// <summary>Sends the report of one's own unit: what was typed, as a new version.</summary>
/// <param name="Id">The report.</param>
/// <param name="Way">By which way.</param>
public sealed record SubmitReport(Guid Id, ReportWay Way = ReportWay.Page) : IRequest<SubmittedReport>;

internal sealed class SubmitReportSlice(ReportBook book, SubmitSteps steps) : Slice<SubmitReport, SubmittedReport>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: true);

    // It writes the row of the report, and by that alone it decides: many send at once, each its own.
    internal override IsolationLevel Isolation => IsolationLevel.RepeatableRead;

    protected override async Task<Answer<SubmittedReport>> Handle(SubmitReport request, CancellationToken cancel) =>
        await book.FindOwn(request.Id, cancel) is { } open
            ? await steps.Submit(open, ReportJson.ReadContent(open.Report.Draft), request.Way, key: null, cancel)
            : ReportBook.NoReport;
}
