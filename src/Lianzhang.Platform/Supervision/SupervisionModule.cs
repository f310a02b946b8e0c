using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Supervision;

/// <summary>Orders: opened by rules and by hand, put right by those who answer for them, closed by others on evidence and recovery.</summary>
public static class SupervisionModule
{
    /// <summary>What files belong to: an event of an order, by the order's id and the event's number.</summary>
    internal const string Subject = "order";

    public static IServiceCollection AddSupervision(this IServiceCollection services) => services
        .AddAttachedTo(Subject, async (run, id, caller, cancel) => Guid.TryParse(id.Split('.')[0], out var order) && (await run.Do(new GetOrder(order), caller, cancel)).Problem is null)
        .AddScoped<OrderBook>()
        .AddScoped<OrderPeople>()
        .AddScoped<OrderSteps>()
        .AddScoped<OrderRecovery>()
        .AddScoped<OrderLines>()
        .AddScoped<FindOrders>()
        .AddScoped<MakeOrder>()
        .AddScoped<WatchedMatters>()
        .AddScoped<WatchedWork>()
        .AddSlice<OpenOrders, OpenedOrders, OpenOrdersSlice>()
        .AddSlice<OpenOrder, OrderKey, OpenOrderSlice>()
        .AddSlice<FireDeadline, Done, FireDeadlineSlice>()
        .AddSlice<AnswerOrder, Done, AnswerOrderSlice>()
        .AddSlice<JudgeOrder, Done, JudgeOrderSlice>()
        .AddSlice<DirectOrder, Done, DirectOrderSlice>()
        .AddSlice<EndOrder, Done, EndOrderSlice>()
        .AddSlice<GetOrder, OrderView, GetOrderSlice>()
        .AddSlice<ListOrders, OrderList, ListOrdersSlice>()
        .AddSlice<ExportOrders, OrderWorkbook, ExportOrdersSlice>()
        .AddSlice<FindEvaluatedOrders, EvaluatedOrders, FindEvaluatedOrdersSlice>()
        .AddSlice<GetOrderChoices, OrderChoices, GetOrderChoicesSlice>()
        .AddSlice<TryRules, TriedRules, TryRulesSlice>()
        .AddSlice<FindOrderRecords, OrderRecords, FindOrderRecordsSlice>()
        .AddSlice<FeedOwnOrders, WorkItems, FeedOwnOrdersSlice>()
        .AddSlice<FeedReportedOrders, WorkItems, FeedReportedOrdersSlice>()
        .AddSlice<FeedManagedOrders, WorkItems, FeedManagedOrdersSlice>();

    /// <summary>Rules and deadlines are looked after while the server runs.</summary>
    public static IServiceCollection AddKeepingSupervision(this IServiceCollection services) => services.AddSingleton<KeepSupervision>().AddHostedService<WatchSupervision>();

    public static void MapSupervision(this IEndpointRouteBuilder api)
    {
        api.MapGet("/orders", (OrderShelf? shelf, string? level, string? region, string? search, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListOrders(shelf ?? OrderShelf.Open, level, region, search, page ?? 1, pageSize ?? 50), context)).Produces<OrderList>();
        api.MapGet("/orders/{id}", (Guid id, Http http, HttpContext context) => http.Answer(new GetOrder(id), context)).Produces<OrderView>();
    }
}
