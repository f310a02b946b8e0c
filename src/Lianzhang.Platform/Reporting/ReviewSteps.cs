using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>A report in review with the version that was sent last.</summary>
internal sealed record ReviewedReport(OpenReport Open, ReportVersion Version);

/// <summary>What every decision about a report has in common.</summary>
internal sealed class ReviewSteps(LianzhangDb db, ReportBook book, CurrentCaller caller, TimeProvider time)
{
    private static readonly CompiledQuery<Func<LianzhangDb, Guid, int, CancellationToken, Task<ReportVersion>>> VersionOf = new(() => EF.CompileAsyncQuery((LianzhangDb db, Guid report, int number, CancellationToken _) =>
        db.Set<ReportVersion>().Single(version => version.ReportId == report && version.Number == number)));

    /// <param name="id">The report.</param>
    /// <param name="seen">The version that was looked at; null where that is not said.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Answer<ReviewedReport>> Find(Guid id, int? seen, CancellationToken cancel)
    {
        if (await book.Find(id, cancel) is not { Report.Version: > 0 } open)
            return ReportBook.NoReport;
        if (seen is { } number && number != open.Report.Version)
            return Problem.Conflict(($"{open.Report.Name}：已重新报送第 {open.Report.Version} 版，请查看后再审核。", $"{open.Report.Name}: version {open.Report.Version} was sent since; look at it first."));
        var version = await VersionOf.In(db)(db, id, open.Report.Version, cancel);
        if (version.Account == caller.Account)
            return Problem.Invalid(("自己报送的报表由他人审核。", "Whoever sent a report does not review it."));
        // A level of the city is decided by those who see the whole city.
        if (open.Report.State == ReportState.Submitted && open.Form.Levels[open.Report.Level] == ReviewLevel.City && !db.Sight.IsUnlimited)
            return Problem.Conflict(($"{open.Report.Name}：本报表已由县区审核，待市级审核。", $"{open.Report.Name}: it awaits the city's review."));
        return new ReviewedReport(open, version);
    }

    public void Decide(ReviewedReport review, VersionOutcome outcome) =>
        (review.Version.Outcome, review.Version.DecidedAt, review.Version.DecidedBy, review.Version.Decider) = (outcome, time.GetUtcNow(), caller.Caller.Name, caller.Caller.Account);
}
