using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

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
/// <param name="IdempotencyKey">By which a program that sends it again is answered the same.</param>
public sealed record SubmitReport(Guid Id, ReportWay Way = ReportWay.Page, string? IdempotencyKey = null) : IRequest<SubmittedReport>;

internal sealed class SubmitReportSlice(LianzhangDb db, ReportBook book, CurrentCaller caller, TimeProvider time) : Slice<SubmitReport, SubmittedReport>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: true);

    protected override async Task<Answer<SubmittedReport>> Handle(SubmitReport request, CancellationToken cancel)
    {
        if (await book.FindOwn(request.Id, cancel) is not { } open)
            return ReportBook.NoReport;
        var key = request.IdempotencyKey;
        if (key is not null && await db.Set<ReportVersion>().AsNoTracking().FirstOrDefaultAsync(version => version.ReportId == request.Id && version.IdempotencyKey == key, cancel) is { } there)
            return new SubmittedReport(request.Id, there.Number, there.SubmittedAt, ReportJson.ReadFindings(there.Findings));
        if (ReportFlow.Submit(open.Report.Standing, out var refusal) is not { } then)
            return Problem.Conflict(refusal);
        if (open.Report.Lock < time.Today())
            return Problem.Conflict(($"本期报表已于 {open.Report.Lock:yyyy-MM-dd} 锁定；确需补报的，请联系主管部门延期。填写内容仍在。", $"The round was locked after {open.Report.Lock:yyyy-MM-dd}; ask for an extension. What was typed is kept."));
        var content = ReportJson.ReadContent(open.Report.Draft);
        var findings = await book.Check(open, content, cancel);
        if (CheckReport.Open(findings, content) is { Count: > 0 } unsettled)
            return Unsettled(unsettled);
        if (open.Form.Seal && !await db.Set<ReportScan>().AnyAsync(scan => scan.ReportId == request.Id, cancel))
            return ScanProblems.Missing;
        return Submit(open, then, content, findings, request);
    }

    // Faults name the cell, so that a program finds it.
    private static Problem Unsettled(IReadOnlyList<Finding> open)
    {
        var hard = open.Count(finding => finding.Weight == CheckWeight.Hard);
        return Problem.Invalid(
            ($"报表未报送：{hard} 处需要更正，{open.Count - hard} 处需要说明。", $"Not sent: {hard} to be put right, {open.Count - hard} to be explained."),
            [.. open.Select(finding => new Fault(new Location(finding.Cells.Count > 0 ? finding.Cells[0] : finding.Rule), finding.Sentence))]);
    }

    private SubmittedReport Submit(OpenReport open, ReportStanding then, ReportContent content, IReadOnlyList<Finding> findings, SubmitReport request)
    {
        var (report, now) = (open.Report, time.GetUtcNow());
        report.Standing = then;
        (report.FirstSubmittedAt, report.SubmittedAt, report.Explained) = (report.FirstSubmittedAt ?? now, now, content.Explanations.Count);
        report.Score = findings.Select(finding => finding.Score).DefaultIfEmpty().Max();
        db.Add(new ReportVersion
        {
            Id = Guid.CreateVersion7(now),
            ReportId = report.Id,
            Number = then.Version,
            Content = ReportJson.Write(content),
            Findings = ReportJson.Write(findings),
            SubmittedAt = now,
            SubmittedBy = caller.Caller.Name,
            Account = caller.Account,
            Way = request.Way,
            Reason = report.CorrectionReason,
            IdempotencyKey = request.IdempotencyKey,
            Outcome = VersionOutcome.InReview,
        });
        return new SubmittedReport(report.Id, then.Version, now, findings);
    }
}
