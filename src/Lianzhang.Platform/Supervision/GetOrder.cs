using Lianzhang.Core.Judgement;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>An event of an order as it is shown.</summary>
public sealed record OrderEventView(int Number, DateTimeOffset At, OrderAction? Action, string By, Text Words, decimal? Points, IReadOnlyList<AttachmentView> Files);

/// <summary>The level of an order with its colour.</summary>
public sealed record OrderLevelView(string Code, Text Name, Colour Colour);

/// <summary>An order with everything that happened to it.</summary>
/// <param name="Line">What lists show of it.</param>
/// <param name="Region">Code of the region.</param>
/// <param name="Content">What is asked, of an order that was opened by hand.</param>
/// <param name="Rule">The rule, or the source, that opened it.</param>
/// <param name="Evidence">What the board said when it was opened.</param>
/// <param name="NeedsRecovery">Whether what opened it has to be over before it may be closed.</param>
/// <param name="NotRecovered">For who may close it: why that is not so yet; null where nothing stands in the way.</param>
/// <param name="AskedUntil">Until when more time is asked for.</param>
/// <param name="Events">What happened, the last first.</param>
/// <param name="Actions">What the caller may do.</param>
public sealed record OrderView(
    OrderLine Line, string Region, string? Content, Text Rule, OrderEvidence? Evidence, bool NeedsRecovery, Text? NotRecovered, DateOnly? AskedUntil, IReadOnlyList<OrderEventView> Events, IReadOnlyList<OrderAction> Actions);

/// <summary>Opens an order.</summary>
public sealed record GetOrder(Guid Id) : IRequest<OrderView>;

internal sealed class GetOrderSlice(LianzhangDb db, OrderBook book, OrderLines lines, OrderPeople people, OrderRecovery recovery) : Slice<GetOrder, OrderView>
{
    public override Permission Permission { get; } = new("orders.read", Changes: false);

    protected override async Task<Answer<OrderView>> Handle(GetOrder request, CancellationToken cancel)
    {
        if (await db.Set<Order>().AsNoTracking().SingleOrDefaultAsync(order => order.Id == request.Id, cancel) is not { } order)
            return OrderBook.NoOrder;
        var published = await book.Rules(cancel);
        var events = await db.Set<OrderEvent>().AsNoTracking().Where(happened => happened.OrderId == order.Id).OrderByDescending(happened => happened.Number).ToListAsync(cancel);
        var files = await book.Files(order, cancel);
        IReadOnlyList<OrderAction> actions = published is null ? [] : OrderFlow.Open(order.Standing, await people.Actor(order, cancel));
        return new OrderView(
            lines.Line(order, published),
            order.Region,
            order.Content,
            RuleOf(order, published),
            OrderEvidence.Read(order.Snapshot),
            order.NeedsRecovery,
            // All reports are read for it, so that it is asked for only where it decides.
            actions.Contains(OrderAction.Close) ? await recovery.Refusal(order, cancel) : null,
            order.AskedUntil,
            [.. events.Select(happened => new OrderEventView(happened.Number, happened.At, happened.Action, happened.By, (happened.Words, happened.WordsEn), happened.Points, files.GetValueOrDefault(happened.Number, [])))],
            actions);
    }

    private static Text RuleOf(Order order, PublishedProgramme? published) => order.Rule is { } rule
        ? published?.Programme.Supervision.FindRule(rule)?.Name ?? new Text(rule)
        : published?.Programme.Supervision.FindSource(order.Source!)?.Name ?? new Text(order.Source!);
}
