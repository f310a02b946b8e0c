using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Complaints;

/// <summary>A complaint as those see it who answer it: not who wrote it, unless its writer wants to be reached.</summary>
public sealed record HandledComplaint(Guid Id, DateTimeOffset At, DateOnly Due, ComplaintKind Kind, string Content, string? Contact, string? Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt, bool IsLate);

/// <summary>A page of complaints: those that wait, the earliest first, then those answered.</summary>
public sealed record ComplaintPage(IReadOnlyList<HandledComplaint> Complaints, int Open, int Total, int Page, int PageSize);

/// <summary>Lists complaints to those who answer them.</summary>
public sealed record ListComplaints(int Page = 1, int PageSize = 50) : IRequest<ComplaintPage>;

internal sealed class ListComplaintsSlice(LianzhangDb db, TimeProvider time) : Slice<ListComplaints, ComplaintPage>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new("complaints.handle", Changes: false, Recorded: true);

    protected override Problem? Validate(ListComplaints request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<ComplaintPage>> Handle(ListComplaints request, CancellationToken cancel)
    {
        var all = db.Set<Complaint>().AsNoTracking();
        var today = time.Today();
        var page = await InOrder(all).Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancel);
        return new ComplaintPage(
            [.. page.Select(complaint => Handled(complaint, today))],
            await all.CountAsync(complaint => complaint.AnsweredAt == null, cancel),
            await all.CountAsync(cancel),
            request.Page,
            request.PageSize);
    }

    internal static IOrderedQueryable<Complaint> InOrder(IQueryable<Complaint> complaints) =>
        complaints.OrderBy(complaint => complaint.AnsweredAt != null).ThenBy(complaint => complaint.AnsweredAt == null ? complaint.Due : DateOnly.MaxValue).ThenByDescending(complaint => complaint.At);

    internal static HandledComplaint Handled(Complaint complaint, DateOnly today) => new(
        complaint.Id, complaint.At, complaint.Due, complaint.Kind, complaint.Content, complaint.Contact, complaint.Answer, complaint.AnsweredBy, complaint.AnsweredAt, complaint.AnsweredAt is null && complaint.Due < today);
}
