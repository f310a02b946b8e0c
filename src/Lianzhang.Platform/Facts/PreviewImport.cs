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

internal sealed class PreviewImportSlice(LianzhangDb db, PreviewFile preview, CurrentCaller caller, TimeProvider time) : Slice<PreviewImport, ImportPreview>
{
    public override Permission Permission { get; } = new("figures.import", Changes: true);

    protected override async Task<Answer<ImportPreview>> Handle(PreviewImport request, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var kept = new FigureDraft { Id = Guid.CreateVersion7(now), UploadedAt = now, Uploader = caller.Caller.Account, FileName = request.File.Name, Content = request.File.Text };
        var previewed = await preview.Preview(kept, cancel);
        if (previewed.Problem is not null)
            return previewed;
        await db.Set<FigureDraft>().Where(draft => draft.UploadedAt < now.AddDays(-1)).ExecuteDeleteAsync(cancel);
        db.Add(kept);
        return previewed;
    }
}

/// <summary>Compares a file with what is recorded, row by row.</summary>
internal sealed class PreviewFile(PublishedProgrammes programmes, StoredFigures figures)
{
    public async Task<Answer<ImportPreview>> Preview(FigureDraft draft, CancellationToken cancel)
    {
        if (await programmes.Find(null, cancel) is not { } published)
            return Problem.NotFound(("没有已发布的方案，无法对应指标。", "No programme is published that items could be mapped to."));
        var read = ReadFigures.Read(draft.File, published.Programme);
        if (!read.Succeeded(out var file))
            return Problem.Invalid(("文件无法读取，没有导入任何数据。", "The file cannot be read; nothing was imported."), read.Faults);
        return new ImportPreview(draft.Id, draft.FileName, CompareFigures.Compare(file, await figures.All(cancel)), Names(file, published.Programme));
    }

    private static Dictionary<string, Text> Names(FigureSet file, Programme programme) => file.Figures
        .SelectMany(figure => new[] { (Code: figure.Item, Name: programme.ItemName(figure.Item)), (Code: figure.Place, Name: programme.PlaceName(figure.Place)) })
        .DistinctBy(named => named.Code)
        .ToDictionary(named => named.Code, named => named.Name);
}
