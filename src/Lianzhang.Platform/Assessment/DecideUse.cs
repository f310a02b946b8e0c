using Lianzhang.Core.Assessment;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Assessment;

/// <summary>Approves what is to follow from a sealed result, or drops it with a reason.</summary>
public sealed record DecideUse(Guid Id, bool Approve, string? Reason = null) : IRequest<Done>
{
    public override string ToString() => $"{Id} {Approve}";
}

internal sealed class DecideUseSlice(LianzhangDb db, AssessmentBook book) : Slice<DecideUse, Done>
{
    public override Permission Permission { get; } = new(AssessmentBook.Decide, Changes: true);

    protected override Problem? Validate(DecideUse request) => !request.Approve && string.IsNullOrWhiteSpace(request.Reason) ? Problem.Invalid(("不予采用的，请填写理由。", "Say why it is dropped.")) : Lengths.Check(request.Reason);

    protected override async Task<Answer<Done>> Handle(DecideUse request, CancellationToken cancel)
    {
        if (await db.Set<AssessmentUsed>().SingleOrDefaultAsync(use => use.Id == request.Id, cancel) is not { } use || await book.Find(use.RunId, cancel) is not { } run)
            return AssessmentBook.NoRun;
        if (run.State != AssessmentState.Sealed)
            return Problem.Conflict(("只能在封存后、发布前决定结果运用。", "What follows is decided between sealing and publishing."));
        (use.State, use.Reason, use.DecidedBy) = (request.Approve ? UseState.Approved : UseState.Dropped, request.Reason?.Trim(), book.By);
        book.Note(run, request.Approve
            ? ($"批准对{use.MemberName}{use.UseName}", $"{use.UseNameEn} of {use.Member} approved")
            : ($"不采用对{use.MemberName}{use.UseName}：{use.Reason}", $"{use.UseNameEn} of {use.Member} dropped: {use.Reason}"));
        return Done.It;
    }
}
