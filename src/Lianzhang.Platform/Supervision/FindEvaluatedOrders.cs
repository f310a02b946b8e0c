using Lianzhang.Core.Judgement;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>An order as an evaluation looks back on it from a day.</summary>
/// <param name="Id">The order.</param>
/// <param name="Number">Its number as it is written.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Matter">Tells matters apart.</param>
/// <param name="Source">The rule, or the source, that opened it.</param>
/// <param name="IsByRule">Whether a rule did.</param>
/// <param name="Level">The level that it came to.</param>
/// <param name="Region">Code of the region.</param>
/// <param name="RegionName">Its name.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="OpenedOn">The day of its opening.</param>
/// <param name="Period">The period of the figure that opened it, where one did.</param>
/// <param name="Due">The last day to put it right, with the time that was given in addition.</param>
/// <param name="EndedOn">The day of its end; null where it was open on the day.</param>
/// <param name="Ended">How it ended; null where it was open on the day.</param>
/// <param name="DaysGiven">Days from its opening to the last day.</param>
/// <param name="DaysTaken">Days from its opening to its end, or to the day where it was open.</param>
/// <param name="IsLate">Whether a deadline of it passed, though it was given another one then.</param>
public sealed record EvaluatedOrder(
    Guid Id, Text Number, Text Title, string Matter, Text Source, bool IsByRule, OrderLevelView Level, string Region, Text RegionName, string? Owner,
    DateOnly OpenedOn, Period? Period, DateOnly Due, DateOnly? EndedOn, OrderState? Ended, int DaysGiven, int DaysTaken, bool IsLate);

/// <summary>How long there was an order for a matter; open where there is no end.</summary>
public sealed record OrderSpan(string Matter, DateOnly From, DateOnly? To);

/// <summary>The orders within one's rights that were opened by a day, the first first, and when there were any for which matter, whoever may see them.</summary>
public sealed record EvaluatedOrders(IReadOnlyList<EvaluatedOrder> All, IReadOnlyList<OrderSpan> Spans);

/// <summary>Finds the orders that were opened by a day, for evaluations.</summary>
public sealed record FindEvaluatedOrders(DateOnly Day, string? Region = null) : IRequest<EvaluatedOrders>;

internal sealed class FindEvaluatedOrdersSlice(LianzhangDb db, OrderBook book, TimeProvider time) : Slice<FindEvaluatedOrders, EvaluatedOrders>
{
    public override Permission Permission { get; } = new("orders.evaluated", Changes: false, For: Audience.Product);

    protected override async Task<Answer<EvaluatedOrders>> Handle(FindEvaluatedOrders request, CancellationToken cancel)
    {
        var after = OrderClock.EndOf(request.Day, time.LocalTimeZone);
        var opened = db.Set<Order>().AsNoTracking().Where(order => order.OpenedAt < after);
        var found = await opened.Where(order => request.Region == null || order.Region == request.Region).OrderBy(order => order.OpenedAt).ThenBy(order => order.Id).ToListAsync(cancel);
        var spans = await opened.IgnoreQueryFilters().Where(order => order.State != OrderState.Cancelled).Select(order => new { order.Matter, order.OpenedAt, order.EndedAt }).ToListAsync(cancel);
        // A deadline that passed made the product itself escalate it, with another deadline.
        var escalated = (await db.Set<OrderEvent>().Where(happened => happened.Action == OrderAction.Escalate && happened.Account == null && happened.At < after).Select(happened => happened.OrderId).Distinct().ToListAsync(cancel)).ToHashSet();
        var published = await book.Rules(cancel);
        return new EvaluatedOrders(
            [.. found.Select(order => Of(order, request.Day, published?.Programme, escalated.Contains(order.Id)))],
            [.. spans.Select(span => new OrderSpan(span.Matter, DayOf(span.OpenedAt), span.EndedAt is { } ended ? DayOf(ended) : null))]);
    }

    private EvaluatedOrder Of(Order order, DateOnly day, Core.Programmes.Programme? programme, bool wasLate)
    {
        var opened = DayOf(order.OpenedAt);
        DateOnly? ended = order.EndedAt is { } at && DayOf(at) <= day ? DayOf(at) : null;
        var level = programme?.Supervision.FindLevel(order.Level);
        var source = order.Rule is { } rule ? programme?.Supervision.FindRule(rule)?.Name ?? new Text(rule) : programme?.Supervision.FindSource(order.Source!)?.Name ?? new Text(order.Source!);
        return new EvaluatedOrder(
            order.Id,
            OrderLines.NumberOf(order),
            order.Name,
            order.Matter,
            source,
            order.Rule is not null,
            new OrderLevelView(order.Level, level?.Name ?? new Text(order.Level), level?.Colour ?? Colour.Grey),
            order.Region,
            programme?.PlaceName(order.Region) ?? new Text(order.Region),
            order.OwnerName,
            opened,
            // What opened it first: a relapse opens the same order again.
            OrderRecovery.PeriodOf(OrderEvidence.Read(order.Snapshot)?.Period),
            order.Due,
            ended,
            ended is null ? null : order.State,
            order.Due.DayNumber - opened.DayNumber,
            (ended ?? day).DayNumber - opened.DayNumber,
            // What was opened in error is not judged.
            order.State != OrderState.Cancelled && (wasLate || (ended ?? day) > order.Due));
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).Date);
}
