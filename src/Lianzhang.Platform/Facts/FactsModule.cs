using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Facts;

/// <summary>Published figures: recorded as versions, never overwritten.</summary>
public static class FactsModule
{
    public static IServiceCollection AddFacts(this IServiceCollection services) => services
        .AddSingleton<FigureCache>()
        .AddScoped<StoredFigures>()
        .AddScoped<OwnDrafts>()
        .AddScoped<PreviewFile>()
        .AddScoped<RecordFigures>()
        .AddSlice<PreviewImport, ImportPreview, PreviewImportSlice>()
        .AddSlice<GetPreview, ImportPreview, GetPreviewSlice>()
        .AddSlice<ConfirmImport, ImportResult, ConfirmImportSlice>()
        .AddSlice<ImportFigures, ImportResult, ImportFiguresSlice>()
        .AddSlice<ListFigures, FigurePage, ListFiguresSlice>()
        .AddSlice<ListFigureVersions, FigureHistories, ListFigureVersionsSlice>()
        .AddSlice<ExportFigures, FigureWorkbook, ExportFiguresSlice>()
        .AddSlice<ExportFigureVersions, FigureWorkbook, ExportFigureVersionsSlice>()
        .AddSlice<ExportPreview, FigureWorkbook, ExportPreviewSlice>()
        .AddSlice<FeedImports, WorkItems, FeedImportsSlice>()
        .AddSlice<FeedDrafts, WorkItems, FeedDraftsSlice>();

    public static void MapFacts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/figures", (string? item, string? place, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListFigures(item, place, page ?? 1, pageSize ?? 50), context)).Produces<FigurePage>();
        api.MapGet("/figures/versions", (string[] item, string? place, Http http, HttpContext context) =>
            http.Answer(new ListFigureVersions(item, place), context)).Produces<FigureHistories>();
    }
}
