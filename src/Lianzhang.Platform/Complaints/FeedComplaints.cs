using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Complaints;

/// <summary>Complaints that wait for an answer, for those who give it.</summary>
public sealed record FeedComplaints : IRequest<WorkItems>;

/// <summary>One's own complaints: those that wait, and those answered lately.</summary>
public sealed record FeedOwnComplaints : IRequest<WorkItems>;

internal sealed class FeedComplaintsSlice(LianzhangDb db) : Slice<FeedComplaints, WorkItems>
{
    public override Permission Permission { get; } = new("complaints.handle", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedComplaints request, CancellationToken cancel)
    {
        var open = db.Set<Complaint>().Where(complaint => complaint.AnsweredAt == null);
        if (await open.CountAsync(cancel) is not (> 0 and var count))
            return new WorkItems([]);
        var due = await open.MinAsync(complaint => complaint.Due, cancel);
        return new WorkItems([new(WorkColumn.ToDo, ($"答复投诉建议 {count} 件", $"Answer {count} complaints"), "/complaints", Due: due)]);
    }
}

internal sealed class FeedOwnComplaintsSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<FeedOwnComplaints, WorkItems>
{
    public override Permission Permission { get; } = new("complaints.follow", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<WorkItems>> Handle(FeedOwnComplaints request, CancellationToken cancel)
    {
        var since = time.GetUtcNow() - WorkItems.Recent;
        var own = await db.Set<Complaint>().AsNoTracking().Where(complaint => complaint.Account == caller.Account && (complaint.AnsweredAt == null || complaint.AnsweredAt >= since))
            .OrderByDescending(complaint => complaint.At).Take(WorkItems.Most).ToListAsync(cancel);
        return new WorkItems([.. own.Select(Item)]);
    }

    private static WorkItem Item(Complaint complaint)
    {
        var kind = ComplaintKindWords.Of(complaint.Kind);
        return complaint.AnsweredAt is { } answered
            ? new(WorkColumn.Recent, ($"您的{kind.Zh}已答复", $"Answered: your {kind.En}"), $"/complaint/{complaint.Code}", answered)
            : new(WorkColumn.Waiting, ($"您的{kind.Zh}待答复", $"Not yet answered: your {kind.En}"), $"/complaint/{complaint.Code}", complaint.At, complaint.Due);
    }
}
