using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Complaints;

/// <summary>A complaint as its writer sees it.</summary>
public sealed record ComplaintView(string Code, DateTimeOffset At, DateOnly Due, ComplaintKind Kind, string Content, string? Answer, DateTimeOffset? AnsweredAt)
{
    internal static ComplaintView Of(Complaint complaint) => new(complaint.Code, complaint.At, complaint.Due, complaint.Kind, complaint.Content, complaint.Answer, complaint.AnsweredAt);
}

/// <summary>Reads the complaint that one has the code of.</summary>
public sealed record GetComplaint(string Code) : IRequest<ComplaintView>;

internal sealed class GetComplaintSlice(LianzhangDb db) : Slice<GetComplaint, ComplaintView>
{
    public override Permission Permission { get; } = new("complaints.follow", Changes: false, For: Audience.Anyone);

    protected override async Task<Answer<ComplaintView>> Handle(GetComplaint request, CancellationToken cancel)
    {
        // As people copy it: in small letters, in groups.
        var code = request.Code.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
        return await db.Set<Complaint>().AsNoTracking().SingleOrDefaultAsync(complaint => complaint.Code == code, cancel) is { } found
            ? ComplaintView.Of(found)
            : Problem.NotFound(("没有此查询码的投诉建议，请核对。", "There is no complaint with this code; check it."));
    }
}
