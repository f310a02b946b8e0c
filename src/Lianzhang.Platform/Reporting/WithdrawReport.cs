using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>Takes back what one's own unit sent, before anybody has passed it.</summary>
public sealed record WithdrawReport(Guid Id) : IRequest<Done>;

/// <summary>Opens an accepted report of one's own unit to correct it; what was accepted counts until the correction is.</summary>
public sealed record CorrectReport(Guid Id, string Reason) : IRequest<Done>;

internal sealed class WithdrawReportSlice(LianzhangDb db, ReportBook book, TimeProvider time) : Slice<WithdrawReport, Done>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: true);

    protected override async Task<Answer<Done>> Handle(WithdrawReport request, CancellationToken cancel)
    {
        if (await book.FindOwn(request.Id, cancel) is not { } open)
            return ReportBook.NoReport;
        if (ReportFlow.Withdraw(open.Report.Standing, out var refusal) is not { } then)
            return Problem.Conflict(refusal);
        var version = await db.Set<ReportVersion>().SingleAsync(version => version.ReportId == request.Id && version.Number == then.Version, cancel);
        (version.Outcome, version.DecidedAt) = (VersionOutcome.Withdrawn, time.GetUtcNow());
        open.Report.Standing = then;
        return Done.It;
    }
}

internal sealed class CorrectReportSlice(ReportBook book) : Slice<CorrectReport, Done>
{
    private const int LongestReason = 300;

    public override Permission Permission { get; } = new("reports.fill", Changes: true);

    protected override Problem? Validate(CorrectReport request) => request.Reason.Trim().Length is 0 or > LongestReason
        ? Problem.Invalid(($"请写明更正原因（{LongestReason} 字以内）。", $"Say why it is corrected, in up to {LongestReason} characters."))
        : null;

    protected override async Task<Answer<Done>> Handle(CorrectReport request, CancellationToken cancel)
    {
        if (await book.FindOwn(request.Id, cancel) is not { } open)
            return ReportBook.NoReport;
        if (ReportFlow.Correct(open.Report.Standing, out var refusal) is not { } then)
            return Problem.Conflict(refusal);
        (open.Report.Standing, open.Report.CorrectionReason) = (then, request.Reason.Trim());
        return Done.It;
    }
}
