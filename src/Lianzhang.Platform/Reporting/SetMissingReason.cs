using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>Notes why the report of a unit has not come, as it was found out; an empty reason takes the note back.</summary>
public sealed record SetMissingReason(Guid Id, string Reason) : IRequest<Done>;

internal sealed class SetMissingReasonSlice(RoundExceptions exceptions, TimeProvider time) : Slice<SetMissingReason, Done>
{
    public override Permission Permission { get; } = new("rounds.chase", Changes: true);

    protected override Problem? Validate(SetMissingReason request) => request.Reason.Trim().Length == 0 ? null : RoundExceptions.CheckReason(request.Reason);

    protected override async Task<Answer<Done>> Handle(SetMissingReason request, CancellationToken cancel)
    {
        if (await exceptions.Find(request.Id, cancel) is not { } report)
            return ReportBook.NoReport;
        if (report.State != ReportState.Open || report.ExemptReason is not null || report.Due >= time.Today())
            return Problem.Conflict(($"{report.Name}的报表没有逾期未报，无需填写未报原因。", $"The report of {report.Name} is not missing."));
        report.MissingReason = request.Reason.Trim() is { Length: > 0 } reason ? reason : null;
        return Done.It;
    }
}
