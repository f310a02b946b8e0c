using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Complaints;

/// <summary>What one has complained about, newest first.</summary>
public sealed record OwnComplaints(IReadOnlyList<ComplaintView> All);

/// <summary>Lists one's own complaints.</summary>
public sealed record ListOwnComplaints : IRequest<OwnComplaints>;

internal sealed class ListOwnComplaintsSlice(LianzhangDb db, CurrentCaller caller) : Slice<ListOwnComplaints, OwnComplaints>
{
    private const int Most = 200;

    public override Permission Permission { get; } = new("complaints.follow", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<OwnComplaints>> Handle(ListOwnComplaints request, CancellationToken cancel)
    {
        var own = await db.Set<Complaint>().AsNoTracking().Where(complaint => complaint.Account == caller.Account).OrderByDescending(complaint => complaint.At).Take(Most).ToListAsync(cancel);
        return new OwnComplaints([.. own.Select(ComplaintView.Of)]);
    }
}
