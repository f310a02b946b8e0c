using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>An appeal that was not routed or not answered in time.</summary>
/// <param name="Id">The appeal.</param>
/// <param name="Reference">Its number within the year.</param>
/// <param name="Title">Its title.</param>
/// <param name="Round">2 once it was reopened.</param>
/// <param name="Owner">Code of the organisation that has it; null while it is not routed.</param>
/// <param name="OwnerName">Its name.</param>
/// <param name="Region">Code of the region of whoever has it, else of the asker.</param>
/// <param name="Due">The day that has passed.</param>
/// <param name="WorkingDays">How many working days ago; 0 on a day off after it.</param>
public sealed record OverdueAppeal(Guid Id, string Reference, string Title, int Round, string? Owner, string? OwnerName, string Region, DateOnly Due, int WorkingDays);

/// <summary>The appeals that are overdue, longest first.</summary>
public sealed record OverdueAppeals(IReadOnlyList<OverdueAppeal> All);

/// <summary>Finds the appeals that are overdue today, for supervision to act on.</summary>
public sealed record FindOverdueAppeals : IRequest<OverdueAppeals>;

internal sealed class FindOverdueAppealsSlice(LianzhangDb db, AppealBook book, TimeProvider time) : Slice<FindOverdueAppeals, OverdueAppeals>
{
    public override Permission Permission { get; } = new("appeals.overdue", Changes: false, For: Audience.Product);

    protected override async Task<Answer<OverdueAppeals>> Handle(FindOverdueAppeals request, CancellationToken cancel)
    {
        var (today, calendar) = (time.Today(), (await book.Rules(cancel)).Calendar);
        var overdue = await (
            from appeal in db.Set<Appeal>().IgnoreQueryFilters()
            join organisation in db.Set<Organisation>().IgnoreQueryFilters() on appeal.Handler equals organisation.Id into handlers
            from handler in handlers.DefaultIfEmpty()
            where appeal.ActBy < today
            orderby appeal.ActBy, appeal.Id
            select new { Appeal = appeal, Owner = handler == null ? null : handler.Code }).AsNoTracking().ToListAsync(cancel);
        return new OverdueAppeals([.. overdue.Select(one => new OverdueAppeal(
            one.Appeal.Id, one.Appeal.Reference, one.Appeal.Title, one.Appeal.Round, one.Owner, one.Appeal.HandlerName, one.Appeal.HandlerRegion ?? one.Appeal.Region,
            one.Appeal.ActBy!.Value, calendar.WorkingDaysBetween(one.Appeal.ActBy.Value, today)))]);
    }
}
