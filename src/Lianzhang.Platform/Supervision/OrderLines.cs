using Lianzhang.Core.Judgement;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Supervision;

/// <summary>An order as lists show it.</summary>
/// <param name="Id">The order.</param>
/// <param name="Number">Its number as it is written: 督〔2026〕3号.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Level">Its level with the colour.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Region">Name of the region.</param>
/// <param name="Owner">Name of the organisation that answers for it; null while none does.</param>
/// <param name="IsByRule">Whether a rule opened it.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Age">Days since then, to today or to its end.</param>
/// <param name="Due">The last day to put it right.</param>
/// <param name="DaysLeft">Working days to that day; negative past it, null once it is no longer with its organisation.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record OrderLine(
    Guid Id, Text Number, Text Title, OrderLevelView Level, OrderState State, Text Region, string? Owner, bool IsByRule, DateTimeOffset OpenedAt, int Age, DateOnly Due, int? DaysLeft, DateTimeOffset? EndedAt)
{
    public bool IsOverdue => DaysLeft < 0;
}

/// <summary>Makes lines of orders.</summary>
internal sealed class OrderLines(OrderBook book, TimeProvider time)
{
    public async Task<IReadOnlyList<OrderLine>> Of(IReadOnlyList<Order> orders, CancellationToken cancel)
    {
        var published = await book.Rules(cancel);
        return [.. orders.Select(order => Line(order, published))];
    }

    /// <summary>The number of an order as it is written.</summary>
    public static Text NumberOf(Order order) => ($"督〔{order.Year}〕{order.Number}号", $"{order.Year}/{order.Number}");

    public OrderLine Line(Order order, PublishedProgramme? published)
    {
        var (programme, today) = (published?.Programme, time.Today());
        var level = programme?.Supervision.FindLevel(order.Level);
        var end = order.EndedAt is { } ended ? DayOf(ended) : today;
        return new OrderLine(
            order.Id,
            NumberOf(order),
            order.Name,
            new OrderLevelView(order.Level, level?.Name ?? new Text(order.Level), level?.Colour ?? Colour.Grey),
            order.State,
            programme?.PlaceName(order.Region) ?? new Text(order.Region),
            order.OwnerName,
            order.Rule is not null,
            order.OpenedAt,
            end.DayNumber - DayOf(order.OpenedAt).DayNumber,
            order.Due,
            programme is not null && order.Standing.IsWithOwner ? programme.Calendar.WorkingDaysTo(today, order.Due) : null,
            order.EndedAt);
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).Date);
}
