using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Notices;

/// <summary>Marks all of one's own notices as read.</summary>
public sealed record MarkNoticesRead : IRequest<Done>;

internal sealed class MarkNoticesReadSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<MarkNoticesRead, Done>
{
    public override Permission Permission { get; } = new("account.notices", Changes: true, For: Audience.SignedIn);

    protected override async Task<Answer<Done>> Handle(MarkNoticesRead request, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await db.Set<Notice>().Where(notice => notice.Account == caller.Account && notice.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), cancel);
        return Done.It;
    }
}
