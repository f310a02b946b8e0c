using Lianzhang.Core.Inspections;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Inspections;

/// <summary>Ends a visit, once every point of the checklist is answered and has the photograph that it demands; from then on nothing of it changes.</summary>
public sealed record FinishInspection(Guid Id) : IRequest<Done>;

/// <summary>Cancels a planned visit, with the reason; the visited one can be drawn again.</summary>
public sealed record CancelInspection(Guid Id, string Reason) : IRequest<Done>;

internal sealed class FinishInspectionSlice(InspectionBook book, InspectionFiles files, CurrentCaller caller, TimeProvider time) : Slice<FinishInspection, Done>
{
    public override Permission Permission { get; } = new(InspectionBook.Visiting, Changes: true);

    protected override async Task<Answer<Done>> Handle(FinishInspection request, CancellationToken cancel)
    {
        var answer = await book.FindPlanned(request.Id, cancel);
        if (!answer.Succeeded(out var open))
            return answer.Problem!;
        if (Text.Join([.. ReadAnswers.Lacking(open.Theme, open.Answers), .. await files.Lacking(open, cancel)]) is { } lacking)
            return Problem.Invalid(($"还不能完成：{lacking.Zh}。", $"Not yet: {lacking.In(Language.English)}."));
        (open.Inspection.State, open.Inspection.FinishedOn, open.Inspection.FinishedBy) = (InspectionState.Finished, time.Today(), caller.Caller.Name);
        return Done.It;
    }
}

internal sealed class CancelInspectionSlice(InspectionBook book) : Slice<CancelInspection, Done>
{
    private const int Longest = 300;

    public override Permission Permission { get; } = new(InspectionBook.Planning, Changes: true);

    protected override Problem? Validate(CancelInspection request) => string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > Longest
        ? Problem.Invalid(($"请写明取消原因，最多 {Longest} 字。", $"Say why it is cancelled, in at most {Longest} characters."))
        : null;

    protected override async Task<Answer<Done>> Handle(CancelInspection request, CancellationToken cancel)
    {
        var answer = await book.FindPlanned(request.Id, cancel);
        if (!answer.Succeeded(out var open))
            return answer.Problem!;
        (open.Inspection.State, open.Inspection.CancelReason) = (InspectionState.Cancelled, request.Reason.Trim());
        return Done.It;
    }
}
