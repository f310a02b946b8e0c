using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Notices;

/// <summary>A notice as its reader sees it.</summary>
public sealed record NoticeView(Guid Id, DateTimeOffset At, Text Title, string Href, bool IsRead);

/// <summary>A page of the inbox, newest first.</summary>
public sealed record NoticePage(IReadOnlyList<NoticeView> Notices, int Unread, int Total, int Page, int PageSize);

/// <summary>Reads one's own inbox.</summary>
public sealed record ListNotices(int Page = 1, int PageSize = 50) : IRequest<NoticePage>;

internal sealed class ListNoticesSlice(LianzhangDb db, CurrentCaller caller) : Slice<ListNotices, NoticePage>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new("account.notices", Changes: false, For: Audience.SignedIn);

    protected override Problem? Validate(ListNotices request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<NoticePage>> Handle(ListNotices request, CancellationToken cancel)
    {
        var own = db.Set<Notice>().AsNoTracking().Where(notice => notice.Account == caller.Account);
        var page = await own.OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id).Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancel);
        return new NoticePage(
            [.. page.Select(notice => new NoticeView(notice.Id, notice.At, notice.Text, notice.Href, notice.ReadAt is not null))],
            await own.CountAsync(notice => notice.ReadAt == null, cancel),
            await own.CountAsync(cancel),
            request.Page,
            request.PageSize);
    }
}
