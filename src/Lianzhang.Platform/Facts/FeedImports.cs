using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Facts;

/// <summary>Files of figures that were taken in lately.</summary>
public sealed record FeedImports : IRequest<WorkItems>;

/// <summary>Files that one has uploaded and not yet confirmed.</summary>
public sealed record FeedDrafts : IRequest<WorkItems>;

internal sealed class FeedImportsSlice(LianzhangDb db, TimeProvider time) : Slice<FeedImports, WorkItems>
{
    public override Permission Permission { get; } = new("figures.read", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedImports request, CancellationToken cancel)
    {
        var since = time.GetUtcNow() - WorkItems.Recent;
        var imports = await db.Set<FigureImport>().AsNoTracking().Where(import => import.RecordedAt >= since).OrderByDescending(import => import.Id).Take(WorkItems.Most).ToListAsync(cancel);
        return new WorkItems([.. imports.Select(import => new WorkItem(
            WorkColumn.Recent, ($"公布数据：新增 {import.Added} 条，修订 {import.Changed} 条", $"Published figures: {import.Added} new, {import.Changed} changed"), "/figures", import.RecordedAt))]);
    }
}

internal sealed class FeedDraftsSlice(LianzhangDb db, CurrentCaller caller) : Slice<FeedDrafts, WorkItems>
{
    public override Permission Permission { get; } = new("figures.import", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedDrafts request, CancellationToken cancel)
    {
        var drafts = await db.Set<FigureDraft>().Where(draft => draft.Uploader == caller.Caller.Account).OrderByDescending(draft => draft.UploadedAt)
            .Select(draft => new { draft.Id, draft.FileName, draft.UploadedAt }).Take(WorkItems.Most).ToListAsync(cancel);
        return new WorkItems([.. drafts.Select(draft => new WorkItem(WorkColumn.ToDo, ($"确认导入：{draft.FileName}", $"Confirm the import of {draft.FileName}"), $"/figures/import?draft={draft.Id}", draft.UploadedAt))]);
    }
}
