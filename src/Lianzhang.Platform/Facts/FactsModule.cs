using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Facts;

/// <summary>Published figures and the facts of units: recorded as versions, never overwritten.</summary>
public static class FactsModule
{
    private const int MostBytes = 10_000_000;

    public static IServiceCollection AddFacts(this IServiceCollection services) => services
        .AddSingleton<FigureCache>()
        .AddScoped<StoredFigures>()
        .AddSingleton<FactCache>()
        .AddScoped<StoredFacts>()
        .AddScoped<FactNumbers>()
        .AddSlice<AppendFacts, AppendedFacts, AppendFactsSlice>()
        .AddSlice<FindBatches, FoundBatches, FindBatchesSlice>()
        .AddSlice<ReadFacts, FactList, ReadFactsSlice>()
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
        api.MapGet("/figures/versions", ([FromQuery] string[] item, string? place, Http http, HttpContext context) =>
            http.Answer(new ListFigureVersions(item, place), context)).Produces<FigureHistories>();
        api.MapPost("/figures/import", (Func<Http, HttpContext, Task<IResult>>)Import).Accepts<string>("text/csv", "multipart/form-data").Produces<ImportResult>()
            .WithSummary("Records a file of figures: CSV or an Excel workbook, as the body or as the first file of a form. Sent again, it changes nothing.");
    }

    private static async Task<IResult> Import(Http http, HttpContext context)
    {
        var request = context.Request;
        var form = request.HasFormContentType ? await request.ReadFormAsync(context.RequestAborted) : null;
        if (form is { Files.Count: 0 })
            return Http.ProblemResult(Problem.Invalid(("请求中没有文件。", "The form has no file.")), Http.LanguageOf(request));
        var file = form?.Files[0];
        await using var content = file?.OpenReadStream() ?? request.Body;
        var read = await ReadTable.Of(file is null ? "api.csv" : Path.GetFileName(file.FileName), content, MostBytes, context.RequestAborted);
        return read.Succeeded(out var source)
            ? await http.Answer(new ImportFigures(source), context)
            : Http.ProblemResult(Problem.Invalid(("文件无法读取，没有导入任何数据。", "The file cannot be read; nothing was imported."), read.Faults), Http.LanguageOf(request));
    }
}
