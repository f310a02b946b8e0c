using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>What sending a report has in common, by whatever way it comes.</summary>
internal sealed class SubmitSteps(LianzhangDb db, ReportBook book, CurrentCaller caller, TimeProvider time)
{
    /// <summary>Sends a content as a new version, or says what stands in the way; sent again under the same key, it is answered the same.</summary>
    public async Task<Answer<SubmittedReport>> Submit(OpenReport open, ReportContent content, ReportWay way, string? key, CancellationToken cancel)
    {
        if (key is not null && await db.Set<ReportVersion>().AsNoTracking().FirstOrDefaultAsync(version => version.ReportId == open.Report.Id && version.IdempotencyKey == key, cancel) is { } there)
        {
            return there.Content == ReportJson.Write(content)
                ? new SubmittedReport(open.Report.Id, there.Number, there.SubmittedAt, ReportJson.ReadFindings(there.Findings))
                : Problem.Conflict(("这个幂等键已用于另一份内容，请换一个键。", "This idempotency key was used for another content; use a new one."));
        }

        if (ReportFlow.Submit(open.Report.Standing, out var refusal) is not { } then)
            return Problem.Conflict(refusal);
        if (open.Report.Lock < time.Today())
            return Problem.Conflict(($"本期报表已于 {open.Report.Lock:yyyy-MM-dd} 锁定；确需补报的，请联系主管部门延期。填写内容仍在。", $"The round was locked after {open.Report.Lock:yyyy-MM-dd}; ask for an extension. What was typed is kept."));
        var findings = await book.Check(open, content, cancel);
        if (CheckReport.Open(findings, content) is { Count: > 0 } unsettled)
            return Unsettled(unsettled);
        if (open.Form.Seal && !await db.Set<ReportScan>().AnyAsync(scan => scan.ReportId == open.Report.Id, cancel))
            return ScanProblems.Missing;
        return Add(open, then, content, findings, way, key);
    }

    // Faults begin with the finding's key: its rule, the cell, and by it a program explains it.
    private static Problem Unsettled(IReadOnlyList<Finding> open)
    {
        var hard = open.Count(finding => finding.Weight == CheckWeight.Hard);
        return Problem.Invalid(
            ($"报表未报送：{hard} 处需要更正，{open.Count - hard} 处需要说明。", $"Not sent: {hard} to be put right, {open.Count - hard} to be explained."),
            [.. open.Select(finding => new Fault(new Location(finding.Key), finding.Sentence))]);
    }

    private SubmittedReport Add(OpenReport open, ReportStanding then, ReportContent content, IReadOnlyList<Finding> findings, ReportWay way, string? key)
    {
        var (report, now) = (open.Report, time.StoredNow());
        report.Standing = then;
        report.FirstSubmittedOn ??= time.Today();
        // By whatever way it came: what the unit sent is what it goes on from.
        report.Draft = ReportJson.Write(content);
        (report.FirstSubmittedAt, report.SubmittedAt, report.Explained) = (report.FirstSubmittedAt ?? now, now, content.Explanations.Count);
        report.Score = findings.Select(finding => finding.Score).DefaultIfEmpty().Max();
        db.Add(new ReportVersion
        {
            Id = Guid.CreateVersion7(now),
            ReportId = report.Id,
            Number = then.Version,
            Content = report.Draft,
            Findings = ReportJson.Write(findings),
            SubmittedAt = now,
            SubmittedBy = caller.Caller.Name,
            Account = caller.Account,
            Way = way,
            Reason = report.CorrectionReason,
            IdempotencyKey = key,
            Outcome = VersionOutcome.InReview,
        });
        return new SubmittedReport(report.Id, then.Version, now, findings);
    }
}
