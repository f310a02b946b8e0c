using Lianzhang.Core.Supervision;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>Which orders a list shows.</summary>
public enum OrderShelf
{
    Open,

    /// <summary>Open ones of the organisations that the reader works in.</summary>
    Own,
    Ended,
}

/// <summary>A page of orders, the most urgent first, with how many open ones there are of each level.</summary>
public sealed record OrderList(IReadOnlyList<OrderLine> Orders, IReadOnlyList<OrderCount> Levels, int Overdue, int Total, int Page, int PageSize);

/// <summary>How many open orders there are of a level.</summary>
public sealed record OrderCount(OrderLevelView Level, int Count);

/// <summary>Lists orders within one's rights.</summary>
/// <param name="Shelf">Which ones.</param>
/// <param name="Level">Code of the only level.</param>
/// <param name="Region">Code of the only region.</param>
/// <param name="Search">Part of what they are about, or of who answers for them.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">How many on a page.</param>
public sealed record ListOrders(OrderShelf Shelf = OrderShelf.Open, string? Level = null, string? Region = null, string? Search = null, int Page = 1, int PageSize = 50) : IRequest<OrderList>;

internal sealed class ListOrdersSlice(FindOrders find, OrderLines lines, OrderBook book, TimeProvider time) : Slice<ListOrders, OrderList>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new("orders.read", Changes: false);

    protected override Problem? Validate(ListOrders request) => Paging.Check(request.Page, request.PageSize, MostOnPage) ?? Lengths.Check(request.Search);

    protected override async Task<Answer<OrderList>> Handle(ListOrders request, CancellationToken cancel)
    {
        var found = find.By(request.Shelf, request.Level, request.Region, request.Search);
        var today = time.Today();
        var open = find.By(OrderShelf.Open, level: null, region: null, search: null);
        var counts = await open.GroupBy(order => order.Level).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var levels = (await book.Rules(cancel))?.Programme.Supervision.Levels ?? [];
        return new OrderList(
            await lines.Of(await FindOrders.InOrder(found, request.Shelf).Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancel), cancel),
            [.. levels.Reverse().Select(level => new OrderCount(new OrderLevelView(level.Code, level.Name, level.Colour), counts.GetValueOrDefault(level.Code)))],
            await open.CountAsync(order => (order.State == OrderState.Assigned || order.State == OrderState.Signed) && order.Due < today, cancel),
            await found.CountAsync(cancel),
            request.Page,
            request.PageSize);
    }
}

/// <summary>Finds orders for lists and exports of them.</summary>
internal sealed class FindOrders(LianzhangDb db, CurrentCaller caller, TimeProvider time)
{
    public IQueryable<Order> By(OrderShelf shelf, string? level, string? region, string? search)
    {
        var found = db.Set<Order>().AsNoTracking().Where(order => (order.OpenMatter == null) == (shelf == OrderShelf.Ended));
        if (shelf == OrderShelf.Own)
        {
            var today = time.Today();
            var memberships = caller.Rights.Grants.Where(grant => grant.IsValid(today)).Select(grant => grant.Membership).ToList();
            found = found.Where(order => db.Set<Membership>().IgnoreQueryFilters().Any(membership => membership.OrganisationId == order.Owner && memberships.Contains(membership.Id)));
        }

        if (!string.IsNullOrEmpty(level))
            found = found.Where(order => order.Level == level);
        if (!string.IsNullOrEmpty(region))
            found = found.Where(order => order.Region == region);
        if (!string.IsNullOrWhiteSpace(search))
        {
            var text = search.Trim();
            found = found.Where(order => order.Title.Contains(text) || (order.OwnerName != null && order.OwnerName.Contains(text)));
        }

        return found;
    }

    /// <summary>What is due first, and of what has ended what ended last.</summary>
    public static IOrderedQueryable<Order> InOrder(IQueryable<Order> orders, OrderShelf shelf) =>
        shelf == OrderShelf.Ended ? orders.OrderByDescending(order => order.EndedAt).ThenBy(order => order.Id) : orders.OrderBy(order => order.Due).ThenBy(order => order.Id);
}
