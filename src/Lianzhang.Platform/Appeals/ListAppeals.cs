using Lianzhang.Core.Appeals;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>Which appeals of the desk are shown.</summary>
public enum AppealFilter
{
    ToRoute,

    /// <summary>With whoever deals with them, or waiting for the asker.</summary>
    Open,

    /// <summary>Not routed or not answered in time.</summary>
    Overdue,
    Closed,
}

/// <summary>How many appeals there are of each filter.</summary>
public sealed record AppealCounts(int ToRoute, int Open, int Overdue, int Closed);

/// <summary>A page of the desk, those that are due first; who routes sees all.</summary>
/// <param name="Appeals">The appeals.</param>
/// <param name="Filter">Which are shown.</param>
/// <param name="Counts">How many there are of each filter.</param>
/// <param name="Kinds">The kinds that occur, by code.</param>
/// <param name="Routes">Whether the reader routes.</param>
/// <param name="Total">How many the filter leaves.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageSize">How many a page has.</param>
public sealed record AppealDesk(IReadOnlyList<AppealLine> Appeals, AppealFilter Filter, AppealCounts Counts, IReadOnlyList<AppealChoice> Kinds, bool Routes, int Total, int Page, int PageSize);

/// <summary>Lists the appeals that one routes or deals with; without a filter, who routes begins with what is to be routed.</summary>
public sealed record ListAppeals(AppealFilter? Filter = null, string? Kind = null, int Page = 1, int PageSize = 50) : IRequest<AppealDesk>;

internal sealed class ListAppealsSlice(AppealBook book, TimeProvider time) : Slice<ListAppeals, AppealDesk>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new(AppealBook.Answering, Changes: false);

    protected override Problem? Validate(ListAppeals request) => request.Filter is not { } filter || Enum.IsDefined(filter)
        ? Paging.Check(request.Page, request.PageSize, MostOnPage)
        : Problem.Invalid(("没有这一筛选。", "There is no such filter."));

    protected override async Task<Answer<AppealDesk>> Handle(ListAppeals request, CancellationToken cancel)
    {
        var (desk, today) = ((await book.Desk(cancel)).AsNoTracking(), time.Today());
        var all = desk.Where(appeal => request.Kind == null || appeal.Kind == request.Kind);
        var filter = request.Filter ?? (book.Routes ? AppealFilter.ToRoute : AppealFilter.Open);
        var shown = Filtered(all, filter, today);
        var page = await InOrder(shown).Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancel);
        var kinds = await desk.Select(appeal => new { appeal.Kind, appeal.KindName, appeal.KindNameEn }).Distinct().OrderBy(kind => kind.Kind).ToListAsync(cancel);
        return new AppealDesk(
            [.. page.Select(appeal => AppealLine.Of(appeal, today))],
            filter,
            await Count(all, today, cancel),
            [.. kinds.DistinctBy(kind => kind.Kind).Select(kind => new AppealChoice(kind.Kind, new Text(kind.KindName, kind.KindNameEn), 0))],
            book.Routes,
            await shown.CountAsync(cancel),
            request.Page,
            request.PageSize);
    }

    internal static IQueryable<Appeal> Filtered(IQueryable<Appeal> appeals, AppealFilter filter, DateOnly today) => filter switch
    {
        AppealFilter.ToRoute => appeals.Where(appeal => appeal.State == AppealState.Filed),
        AppealFilter.Open => appeals.Where(appeal => appeal.State == AppealState.Routed || appeal.State == AppealState.AskedBack || appeal.State == AppealState.Answered),
        AppealFilter.Overdue => appeals.Where(appeal => appeal.ActBy < today),
        AppealFilter.Closed => appeals.Where(appeal => appeal.State == AppealState.Closed || appeal.State == AppealState.Withdrawn),
    };

    internal static IOrderedQueryable<Appeal> InOrder(IQueryable<Appeal> appeals) =>
        appeals.OrderBy(appeal => appeal.ActBy ?? DateOnly.MaxValue).ThenByDescending(appeal => appeal.FiledAt).ThenBy(appeal => appeal.Id);

    private static async Task<AppealCounts> Count(IQueryable<Appeal> all, DateOnly today, CancellationToken cancel) => new(
        await Filtered(all, AppealFilter.ToRoute, today).CountAsync(cancel),
        await Filtered(all, AppealFilter.Open, today).CountAsync(cancel),
        await Filtered(all, AppealFilter.Overdue, today).CountAsync(cancel),
        await Filtered(all, AppealFilter.Closed, today).CountAsync(cancel));
}
