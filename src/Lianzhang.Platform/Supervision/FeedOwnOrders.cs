using Lianzhang.Core.Supervision;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>Orders that one's own organisation has to sign for or put right.</summary>
public sealed record FeedOwnOrders : IRequest<WorkItems>;

/// <summary>Orders that wait to be verified or closed.</summary>
public sealed record FeedReportedOrders : IRequest<WorkItems>;

/// <summary>Orders that wait to be assigned, and extensions that wait for an answer.</summary>
public sealed record FeedManagedOrders : IRequest<WorkItems>;

internal sealed class FeedOwnOrdersSlice(FindOrders find) : Slice<FeedOwnOrders, WorkItems>
{
    public override Permission Permission { get; } = new(OrderPeople.Handle, Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedOwnOrders request, CancellationToken cancel)
    {
        var own = await find.By(OrderShelf.Own, level: null, region: null, search: null).Where(order => order.State == OrderState.Assigned || order.State == OrderState.Signed)
            .OrderBy(order => order.Due).Take(WorkItems.Most).ToListAsync(cancel);
        return new WorkItems([.. own.Select(order => new WorkItem(
            WorkColumn.ToDo,
            order.State == OrderState.Assigned ? ($"签收督办单：{order.Title}", $"Sign for: {order.TitleEn}") : ($"办理督办单：{order.Title}", $"Put right: {order.TitleEn}"),
            $"/supervision/{order.Id}",
            order.OpenedAt,
            order.Due))]);
    }
}

internal sealed class FeedReportedOrdersSlice(FindOrders find) : Slice<FeedReportedOrders, WorkItems>
{
    public override Permission Permission { get; } = new(OrderPeople.Verify, Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedReportedOrders request, CancellationToken cancel)
    {
        var reported = await find.By(OrderShelf.Open, level: null, region: null, search: null).Where(order => order.State == OrderState.Reported || order.State == OrderState.Verified)
            .OrderBy(order => order.Due).Take(WorkItems.Most).ToListAsync(cancel);
        return new WorkItems([.. reported.Select(order => new WorkItem(
            WorkColumn.ToDo,
            order.State == OrderState.Reported ? ($"核查督办单：{order.Title}", $"Verify: {order.TitleEn}") : ($"销号督办单：{order.Title}", $"Close: {order.TitleEn}"),
            $"/supervision/{order.Id}",
            order.OpenedAt))]);
    }
}

internal sealed class FeedManagedOrdersSlice(FindOrders find) : Slice<FeedManagedOrders, WorkItems>
{
    public override Permission Permission { get; } = new(OrderPeople.Manage, Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedManagedOrders request, CancellationToken cancel)
    {
        var waiting = await find.By(OrderShelf.Open, level: null, region: null, search: null).Where(order => order.State == OrderState.Registered || order.ExtensionAsked)
            .OrderBy(order => order.Due).Take(WorkItems.Most).ToListAsync(cancel);
        return new WorkItems([.. waiting.Select(order => new WorkItem(
            WorkColumn.ToDo,
            order.ExtensionAsked ? ($"审批延期：{order.Title}", $"More time asked for: {order.TitleEn}") : ($"交办督办单：{order.Title}", $"Assign: {order.TitleEn}"),
            $"/supervision/{order.Id}",
            order.OpenedAt))]);
    }
}
