using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>A page of what one's own organisations asked, newest first.</summary>
public sealed record OwnAppeals(IReadOnlyList<AppealLine> Appeals, int Total, int Page, int PageSize);

/// <summary>Lists what one's own organisations asked.</summary>
public sealed record ListOwnAppeals(int Page = 1, int PageSize = 50) : IRequest<OwnAppeals>;

internal sealed class ListOwnAppealsSlice(AppealBook book, TimeProvider time) : Slice<ListOwnAppeals, OwnAppeals>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new(AppealBook.Filing, Changes: false);

    protected override Problem? Validate(ListOwnAppeals request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<OwnAppeals>> Handle(ListOwnAppeals request, CancellationToken cancel)
    {
        var (own, today) = ((await book.Own(cancel)).AsNoTracking(), time.Today());
        var page = await own.OrderByDescending(appeal => appeal.FiledAt).ThenByDescending(appeal => appeal.Id).Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancel);
        return new OwnAppeals([.. page.Select(appeal => AppealLine.Of(appeal, today))], await own.CountAsync(cancel), request.Page, request.PageSize);
    }
}
