using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Indicators.Exploring;

/// <summary>Tables of whatever the programme knows, by what somebody chooses.</summary>
internal static class ExploreModule
{
    public static IServiceCollection AddExploring(this IServiceCollection services) => services
        .AddScoped<SavedViews>()
        .AddSlice<Explore, ExploreView, ExploreSlice>()
        .AddSlice<ExportPivot, PivotWorkbook, ExportPivotSlice>()
        .AddSlice<SaveView, SavedViewId, SaveViewSlice>()
        .AddSlice<ListViews, SavedViewList, ListViewsSlice>()
        .AddSlice<ShareView, Done, ShareViewSlice>()
        .AddSlice<DeleteView, Done, DeleteViewSlice>();

    public static void MapExploring(this IEndpointRouteBuilder api) =>
        // Named one by one for the description of the API; the query is read as a whole.
        api.MapGet("/explore", ([FromQuery] string[] m, string? rows, string? cols, string? region, string? industry, [FromQuery] string[] where, string? by, string? from, string? to, string? show, string? gaps, string? order, string? dir, Http http, HttpContext context) =>
            http.Answer(new Explore(context.Request.QueryString.Value), context)).Produces<ExploreView>();
}
