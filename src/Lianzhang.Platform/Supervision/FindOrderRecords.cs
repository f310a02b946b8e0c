using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>An order as an assessment counts it.</summary>
/// <param name="Id">The order.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Region">Code of the region.</param>
/// <param name="Owner">Code of the organisation that answers for it; null while nobody does.</param>
/// <param name="Level">Code of the level that it has come to.</param>
/// <param name="WasOverdue">Whether it was escalated because it was not put right in time.</param>
/// <param name="Points">The points that followed from it.</param>
public sealed record OrderRecord(Guid Id, Text Title, string Region, string? Owner, string Level, bool WasOverdue, decimal Points);

/// <summary>Orders that were opened in a period, the earliest first.</summary>
public sealed record OrderRecords(IReadOnlyList<OrderRecord> All);

/// <summary>Finds the orders that were opened from one day to another and not cancelled, for assessments to count.</summary>
public sealed record FindOrderRecords(DateOnly From, DateOnly To) : IRequest<OrderRecords>;

internal sealed class FindOrderRecordsSlice(LianzhangDb db, TimeProvider time) : Slice<FindOrderRecords, OrderRecords>
{
    public override Permission Permission { get; } = new("orders.count", Changes: false, For: Audience.Product);

    protected override async Task<Answer<OrderRecords>> Handle(FindOrderRecords request, CancellationToken cancel)
    {
        var (start, end) = (time.StartOf(request.From), time.StartOf(request.To.AddDays(1)));
        var orders = await (
            from order in db.Set<Order>().IgnoreQueryFilters().AsNoTracking()
            join organisation in db.Set<Organisation>().IgnoreQueryFilters() on order.Owner equals organisation.Id into owners
            from owner in owners.DefaultIfEmpty()
            where order.OpenedAt >= start && order.OpenedAt < end && order.State != OrderState.Cancelled
            orderby order.OpenedAt, order.Id
            select new { Order = order, Owner = owner == null ? null : owner.Code }).ToListAsync(cancel);
        var ids = orders.ConvertAll(one => one.Order.Id);
        var events = (await db.Set<OrderEvent>().IgnoreQueryFilters().AsNoTracking().Where(happened => ids.Contains(happened.OrderId) && (happened.Points != null || happened.Action == OrderAction.Escalate))
            .Select(happened => new { happened.OrderId, happened.Points, happened.Action }).ToListAsync(cancel)).ToLookup(happened => happened.OrderId);
        return new OrderRecords([.. orders.Select(one => new OrderRecord(
            one.Order.Id, one.Order.Name, one.Order.Region, one.Owner, one.Order.Level,
            events[one.Order.Id].Any(happened => happened.Action == OrderAction.Escalate),
            events[one.Order.Id].Sum(happened => happened.Points ?? 0)))]);
    }
}
