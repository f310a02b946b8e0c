using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>How many orders the rules opened, and how many they opened again.</summary>
public sealed record OpenedOrders(int New, int Again);

/// <summary>Opens an order for everything that stands as a rule says and has none. Done again it finds nothing to do.</summary>
public sealed record OpenOrders : IRequest<OpenedOrders>;

internal sealed class OpenOrdersSlice(LianzhangDb db, OrderBook book, OrderPeople people, MakeOrder make, WatchedMatters watched) : Slice<OpenOrders, OpenedOrders>
{
    public override Permission Permission { get; } = new("orders.open", Changes: true, For: Audience.Product);

    protected override async Task<Answer<OpenedOrders>> Handle(OpenOrders request, CancellationToken cancel)
    {
        if (await book.Rules(cancel) is not { } published)
            return new OpenedOrders(0, 0);
        var (opened, again, unassigned) = (0, 0, 0);
        foreach (var calling in await watched.Calling(cancel))
        {
            if (calling.Again is { } id)
            {
                await Reopen(published, await db.Set<Order>().IgnoreQueryFilters().SingleAsync(order => order.Id == id, cancel), calling.Matter, cancel);
                again++;
            }
            else
            {
                unassigned += (await make.ByRule(published, calling.Matter, cancel)).Owner is null ? 1 : 0;
                opened++;
            }

            // Numbers are given one after another.
            await db.SaveChangesAsync(cancel);
        }

        if (unassigned > 0)
            await people.TellUnassigned(unassigned, cancel);
        return new OpenedOrders(opened, again);
    }

    private async Task Reopen(PublishedProgramme published, Order order, Matter matter, CancellationToken cancel)
    {
        Text words = ($"{matter.Title.Zh}：问题反弹，重新督办", $"{matter.Title.In(Language.English)}: a relapse");
        order.Standing = OrderFlow.Take(order.Standing, new OrderStep(OrderAction.Reopen, OrderActor.Product, words.Zh), out var refusal) ?? throw new InvalidOperationException(refusal.Zh);
        (order.EndedAt, order.Period) = (null, matter.Row?.Actual?.Period.ToString());
        await make.Begin(published, order, matter.Rule.Days, OrderAction.Reopen, words, cancel);
    }
}
