using System.Security.Cryptography;
using System.Text;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Facts;

/// <summary>Records what a previewed file says: all of its usable rows or, when anything goes wrong, none.</summary>
public sealed record ConfirmImport(Guid Draft) : IRequest<ImportResult>;

/// <summary>Records what a file says, without a preview: for commands.</summary>
public sealed record ImportFigures(SourceFile File) : IRequest<ImportResult>
{
    public override string ToString() => File.Name;
}

internal sealed class ImportFiguresSlice(RecordFigures record) : Slice<ImportFigures, ImportResult>
{
    public override Permission Permission { get; } = new("figures.import", Changes: true);

    protected override Task<Answer<ImportResult>> Handle(ImportFigures request, CancellationToken cancel) => record.Record(request.File, cancel);
}

internal sealed class ConfirmImportSlice(LianzhangDb db, OwnDrafts drafts, RecordFigures record) : Slice<ConfirmImport, ImportResult>
{
    public override Permission Permission { get; } = new("figures.import", Changes: true);

    protected override async Task<Answer<ImportResult>> Handle(ConfirmImport request, CancellationToken cancel)
    {
        var found = await drafts.Find(request.Draft, cancel);
        if (!found.Succeeded(out var draft))
            return found.Problem!;
        db.Remove(draft);
        return await record.Record(draft.File, cancel);
    }
}

/// <summary>Adds the rows of a file to the store, as versions beside what is there.</summary>
internal sealed class RecordFigures(LianzhangDb db, PublishedProgrammes programmes, StoredFigures figures, TimeProvider time)
{
    public async Task<Answer<ImportResult>> Record(SourceFile file, CancellationToken cancel)
    {
        if (await programmes.Find(null, cancel) is not { } published)
            return Problem.NotFound(("没有已发布的方案，无法对应指标。", "No programme is published that items could be mapped to."));
        var read = ReadFigures.Read(file, published.Programme);
        if (!read.Succeeded(out var set))
            return Problem.Invalid(("文件无法读取，没有导入任何数据。", "The file cannot be read; nothing was imported."), read.Faults);

        var rows = CompareFigures.Compare(set, await figures.All(cancel));
        var result = new ImportResult(file.Name, Count(rows, ImportOutcome.Added), Count(rows, ImportOutcome.Changed), Count(rows, ImportOutcome.Same), Count(rows, ImportOutcome.Rejected));
        if (result.Added + result.Changed == 0)
            return result;

        var import = new FigureImport
        {
            RecordedAt = time.GetUtcNow(),
            FileName = file.Name,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text))),
            Added = result.Added,
            Changed = result.Changed,
            Same = result.Same,
            Rejected = result.Rejected,
        };
        db.Add(import);
        await db.SaveChangesAsync(cancel);
        db.AddRange(rows.Where(row => row.Outcome is ImportOutcome.Added or ImportOutcome.Changed).Select(row => FigureVersion.Of(row.Figure!, import.Id, import.RecordedAt)));
        return result;
    }

    private static int Count(IReadOnlyList<ImportRow> rows, ImportOutcome outcome) => rows.Count(row => row.Outcome == outcome);
}
