using Lianzhang.Core.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Reporting;

/// <summary>The register of items, each defined once and asked once, and what it costs to report them.</summary>
internal static class ItemsModule
{
    public static IServiceCollection AddItems(this IServiceCollection services) => services
        .AddScoped<ItemBook>()
        .AddScoped<BurdenMonths>()
        .AddScoped<CountBurden>()
        .AddSlice<ListItems, ItemPage, ListItemsSlice>()
        .AddSlice<GetItem, ItemView, GetItemSlice>()
        .AddSlice<GetBurden, BurdenView, GetBurdenSlice>()
        .AddSlice<ExportItems, ReportingWorkbook, ExportItemsSlice>()
        .AddSlice<ExportBurden, ReportingWorkbook, ExportBurdenSlice>();

    public static void MapItems(this IEndpointRouteBuilder api)
    {
        api.MapGet("/items", (string? search, string? owner, ItemKind? kind, ItemReporter? by, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListItems(new ItemQuery(search, owner, kind, by), page ?? 1, pageSize ?? 50), context)).Produces<ItemPage>();
        api.MapGet("/items/{code}", (string code, Http http, HttpContext context) => http.Answer(new GetItem(code), context)).Produces<ItemView>();
        api.MapGet("/burden", (Http http, HttpContext context) => http.Answer(new GetBurden(), context)).Produces<BurdenView>();
    }
}
