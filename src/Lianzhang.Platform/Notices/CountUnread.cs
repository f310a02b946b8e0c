using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Notices;

/// <summary>How many notices wait to be read.</summary>
public sealed record UnreadNotices(int Count);

/// <summary>Counts one's own unread notices, for the top of every page.</summary>
public sealed record CountUnread : IRequest<UnreadNotices>;

internal sealed class CountUnreadSlice(LianzhangDb db, CurrentCaller caller) : Slice<CountUnread, UnreadNotices>
{
    public override Permission Permission { get; } = new("account.notices", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<UnreadNotices>> Handle(CountUnread request, CancellationToken cancel) =>
        new UnreadNotices(await db.Set<Notice>().CountAsync(notice => notice.Account == caller.Account && notice.ReadAt == null, cancel));
}
