using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Supervision;

/// <summary>Orders as an Excel file.</summary>
public sealed record OrderWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>Writes orders to Excel: what <see cref="ListOrders"/> pages through.</summary>
public sealed record ExportOrders(Language Language, OrderShelf Shelf = OrderShelf.Open, string? Level = null, string? Region = null, string? Search = null) : IRequest<OrderWorkbook>;

internal sealed class ExportOrdersSlice(LianzhangDb db, FindOrders find, OrderLines lines, TimeProvider time) : Slice<ExportOrders, OrderWorkbook>
{
    private const int Most = 10_000;

    public override Permission Permission { get; } = new("orders.read", Changes: false);

    protected override Problem? Validate(ExportOrders request) => Lengths.Check(request.Search);

    protected override async Task<Answer<OrderWorkbook>> Handle(ExportOrders request, CancellationToken cancel)
    {
        var today = time.Today();
        var found = find.By(request.Shelf, request.Level, request.Region, request.Search);
        var ordered = FindOrders.InOrder(found, request.Shelf).Take(Most);
        var all = await lines.Of(await ordered.ToListAsync(cancel), cancel);
        var columns = new WorkbookColumns<OrderLine>()
            .Text(("编号", "number"), 16, row => row.Number)
            .Text(("级别", "level"), 12, row => row.Level.Name)
            .Text(("事项", "matter"), 60, row => row.Title)
            .Text(("地区", "region"), 14, row => row.Region)
            .Text(("责任单位", "answers for it"), 28, row => row.Owner)
            .Text(("状态", "state"), 12, row => OrderWords.Of(row.State))
            .Date(("立单日期", "opened"), row => DayOf(row.OpenedAt))
            .Date(("办理期限", "due"), row => row.Due)
            .Date(("办结日期", "ended"), row => row.EndedAt is { } at ? DayOf(at) : null);
        var table = new WorkbookTable<OrderLine>(("督办单", "Orders"), ($"共 {all.Count} 件", $"{all.Count} in all"), today, columns, all);
        var happened = await Timeline(all, found, cancel);
        var timeline = new WorkbookTable<(OrderLine Order, OrderEvent Event)>(("办理过程", "What happened"), ($"共 {all.Count} 件", $"{all.Count} in all"), today, Steps(), happened);
        return new OrderWorkbook($"orders-{today:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(WriteWorkbook.Sheet(table, request.Language), WriteWorkbook.Sheet(timeline, request.Language)));
    }

    // In the order of the first sheet, the first step of each order first.
    private async Task<IReadOnlyList<(OrderLine Order, OrderEvent Event)>> Timeline(IReadOnlyList<OrderLine> orders, IQueryable<Order> found, CancellationToken cancel)
    {
        var events = (await db.Set<OrderEvent>().AsNoTracking().Where(happened => found.Select(order => order.Id).Contains(happened.OrderId)).OrderBy(happened => happened.Number).ToListAsync(cancel)).ToLookup(happened => happened.OrderId);
        return [.. orders.SelectMany(order => events[order.Id].Select(happened => (order, happened)))];
    }

    private static WorkbookColumns<(OrderLine Order, OrderEvent Event)> Steps() => new WorkbookColumns<(OrderLine Order, OrderEvent Event)>()
        .Text(("编号", "number"), 16, row => row.Order.Number)
        .Text(("事项", "matter"), 40, row => row.Order.Title)
        .Instant(("时间", "at"), row => row.Event.At)
        .Text(("步骤", "step"), 14, row => row.Event.Action is { } action ? OrderWords.Of(action) : row.Event.Number == 1 ? ("立单", "opened") : ("记录", "noted"))
        .Text(("经办", "by"), 16, row => row.Event.By)
        .Text(("情况", "words"), 60, row => (Text?)(row.Event.Words, row.Event.WordsEn))
        .Number(("考核（分）", "points"), row => row.Event.Points);

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).Date);
}
