using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Facts;

/// <summary>Says what an import of a file would do, and keeps the file until it is confirmed or a day has passed.</summary>
public sealed record PreviewImport(SourceFile File) : IRequest<ImportPreview>
{
    public override string ToString() => File.Name;
}

internal sealed class PreviewImportSlice(LianzhangDb db, PublishedProgrammes programmes, StoredFigures figures, TimeProvider time) : Slice<PreviewImport, ImportPreview>
{
    public override Permission Permission { get; } = new("figures.import", Changes: true);

    protected override async Task<Answer<ImportPreview>> Handle(PreviewImport request, CancellationToken cancel)
    {
        if (await programmes.Find(null, cancel) is not { } published)
            return Problem.NotFound(("没有已发布的方案，无法对应指标。", "No programme is published that items could be mapped to."));
        var read = ReadFigures.Read(request.File, published.Programme);
        if (!read.Succeeded(out var file))
            return Problem.Invalid(("文件无法读取，没有导入任何数据。", "The file cannot be read; nothing was imported."), read.Faults);

        var now = time.GetUtcNow();
        await db.Set<FigureDraft>().Where(draft => draft.UploadedAt < now.AddDays(-1)).ExecuteDeleteAsync(cancel);
        var kept = new FigureDraft { Id = Guid.CreateVersion7(now), UploadedAt = now, FileName = request.File.Name, Content = request.File.Text };
        db.Add(kept);
        return new ImportPreview(kept.Id, kept.FileName, CompareFigures.Compare(file, await figures.All(cancel)), Names(file, published.Programme));
    }

    private static Dictionary<string, Text> Names(FigureSet file, Programme programme) => file.Figures
        .SelectMany(figure => new[] { (Code: figure.Item, Name: programme.ItemName(figure.Item)), (Code: figure.Place, Name: programme.PlaceName(figure.Place)) })
        .DistinctBy(named => named.Code)
        .ToDictionary(named => named.Code, named => named.Name);
}
