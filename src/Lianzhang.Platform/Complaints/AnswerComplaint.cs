using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Complaints;

/// <summary>Answers a complaint, once.</summary>
public sealed record AnswerComplaint(Guid Complaint, string Answer) : IRequest<Done>
{
    public override string ToString() => Complaint.ToString();
}

internal sealed class AnswerComplaintSlice(LianzhangDb db, TellAccounts tell, CurrentCaller caller, TimeProvider time) : Slice<AnswerComplaint, Done>
{
    public override Permission Permission { get; } = new("complaints.handle", Changes: true);

    protected override Problem? Validate(AnswerComplaint request) => string.IsNullOrWhiteSpace(request.Answer) || request.Answer.Length > MakeComplaint.LongestContent
        ? Problem.Invalid(($"请填写答复，最多 {MakeComplaint.LongestContent} 字。", $"Write an answer, in at most {MakeComplaint.LongestContent} characters."))
        : null;

    protected override async Task<Answer<Done>> Handle(AnswerComplaint request, CancellationToken cancel)
    {
        if (await db.Set<Complaint>().SingleOrDefaultAsync(complaint => complaint.Id == request.Complaint, cancel) is not { } complaint)
            return Problem.NotFound(("没有这件投诉建议。", "There is no such complaint."));
        if (complaint.AnsweredAt is not null)
            return Problem.Conflict(($"已由{complaint.AnsweredBy}答复。", $"It was answered by {complaint.AnsweredBy}."));
        if (complaint.Account == caller.Caller.Account && caller.Caller.Account is not null)
            return Problem.Invalid(("本人提出的，须由他人答复。", "One's own complaint is for somebody else to answer."));
        complaint.Answer = request.Answer.Trim();
        complaint.AnsweredBy = caller.Caller.Name;
        complaint.AnsweredAt = time.GetUtcNow();
        if (complaint.Account is { } writer)
            tell.Tell(writer, ("您的投诉建议已答复。", "Your complaint has been answered."), $"/complaint/{complaint.Code}");
        return Done.It;
    }
}
