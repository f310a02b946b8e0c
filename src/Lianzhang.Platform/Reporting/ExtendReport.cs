using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>Gives one unit more time than others. What came late stays late: for what was sent already only the lock moves.</summary>
/// <param name="Id">The report.</param>
/// <param name="Due">The last day on which it is on time.</param>
/// <param name="Lock">The last day on which it can be sent.</param>
/// <param name="Reason">Why.</param>
public sealed record ExtendReport(Guid Id, DateOnly Due, DateOnly Lock, string Reason) : IRequest<Done>;

/// <summary>Expects nothing of one unit in a round after all.</summary>
public sealed record ExemptReport(Guid Id, string Reason) : IRequest<Done>;

/// <summary>Expects the report of a unit again.</summary>
public sealed record ExpectReport(Guid Id) : IRequest<Done>;

internal sealed class ExtendReportSlice(RoundExceptions exceptions, TimeProvider time) : Slice<ExtendReport, Done>
{
    public override Permission Permission { get; } = new("rounds.manage", Changes: true);

    protected override Problem? Validate(ExtendReport request) =>
        request.Due < time.Today() ? Problem.Invalid(("延期后的截止日期不能早于今天。", "The new day by which it is due lies before today."))
        : request.Lock < request.Due ? Problem.Invalid(("锁定日期不能早于截止日期。", "It cannot be locked before it is due."))
        : RoundExceptions.CheckReason(request.Reason);

    protected override async Task<Answer<Done>> Handle(ExtendReport request, CancellationToken cancel)
    {
        if (await exceptions.Find(request.Id, cancel) is not { } report)
            return ReportBook.NoReport;
        if (report.ExemptReason is not null)
            return Problem.Conflict(($"{report.Name}本期免报，无需延期。", $"{report.Name} is exempt from this round."));
        if (report.State is ReportState.Submitted or ReportState.Accepted)
            return Problem.Conflict(($"{report.Name}的报表{ReportStateWords.Of(report.State).Zh}，无需延期。", $"The report of {report.Name} is {ReportStateWords.Of(report.State).En}; it needs no more time."));
        if (request.Due < report.Due || request.Lock < report.Lock)
            return Problem.Invalid(($"原截止日期为 {report.Due:yyyy-MM-dd}，锁定日期为 {report.Lock:yyyy-MM-dd}，延期不能提前。", $"It is due on {report.Due:yyyy-MM-dd} and locked after {report.Lock:yyyy-MM-dd}; more time cannot end sooner."));
        if (report.FirstSubmittedOn is null)
            report.Due = request.Due;
        (report.Lock, report.ExtensionReason) = (request.Lock, request.Reason.Trim());
        return Done.It;
    }
}

internal sealed class ExemptReportSlice(RoundExceptions exceptions) : Slice<ExemptReport, Done>
{
    public override Permission Permission { get; } = new("rounds.manage", Changes: true);

    protected override Problem? Validate(ExemptReport request) => RoundExceptions.CheckReason(request.Reason);

    protected override async Task<Answer<Done>> Handle(ExemptReport request, CancellationToken cancel)
    {
        if (await exceptions.Find(request.Id, cancel) is not { } report)
            return ReportBook.NoReport;
        if (report.State != ReportState.Open)
            return Problem.Conflict(($"{report.Name}的报表{ReportStateWords.Of(report.State).Zh}，不能再免报。", $"The report of {report.Name} is {ReportStateWords.Of(report.State).En} and cannot be exempted."));
        if (report.ExemptReason is not null)
            return Problem.Conflict(($"{report.Name}本期已免报。", $"{report.Name} is exempt from this round already."));
        report.ExemptReason = request.Reason.Trim();
        return Done.It;
    }
}

internal sealed class ExpectReportSlice(RoundExceptions exceptions) : Slice<ExpectReport, Done>
{
    public override Permission Permission { get; } = new("rounds.manage", Changes: true);

    protected override async Task<Answer<Done>> Handle(ExpectReport request, CancellationToken cancel)
    {
        if (await exceptions.Find(request.Id, cancel) is not { } report)
            return ReportBook.NoReport;
        if (report.ExemptReason is null)
            return Problem.Conflict(($"{report.Name}本期未免报。", $"{report.Name} is not exempt from this round."));
        report.ExemptReason = null;
        return Done.It;
    }
}

/// <summary>What all exceptions for one unit have in common.</summary>
internal sealed class RoundExceptions(LianzhangDb db)
{
    private const int LongestReason = 300;

    public static Problem? CheckReason(string reason) => reason.Trim().Length is 0 or > LongestReason
        ? Problem.Invalid(($"请写明原因（{LongestReason} 字以内）。", $"Say why, in up to {LongestReason} characters."))
        : null;

    /// <summary>A report that the caller sees.</summary>
    public async Task<Report?> Find(Guid id, CancellationToken cancel) => await db.Set<Report>().SingleOrDefaultAsync(report => report.Id == id, cancel);
}
