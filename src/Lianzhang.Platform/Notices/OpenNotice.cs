using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Notices;

/// <summary>Where a notice leads.</summary>
public sealed record NoticePlace(string Href);

/// <summary>Marks one of one's own notices as read, as when it is opened.</summary>
public sealed record OpenNotice(Guid Notice) : IRequest<NoticePlace>;

internal sealed class OpenNoticeSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<OpenNotice, NoticePlace>
{
    public override Permission Permission { get; } = new("account.notices", Changes: true, For: Audience.SignedIn);

    protected override async Task<Answer<NoticePlace>> Handle(OpenNotice request, CancellationToken cancel)
    {
        if (await db.Set<Notice>().SingleOrDefaultAsync(notice => notice.Id == request.Notice && notice.Account == caller.Account, cancel) is not { } notice)
            return Problem.NotFound(("没有这条通知。", "There is no such notice."));
        notice.ReadAt ??= time.GetUtcNow();
        return new NoticePlace(notice.Href);
    }
}
