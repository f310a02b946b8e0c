using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Imports of enterprises that one has to confirm, or that have ended.</summary>
public sealed record FeedEnterpriseImports : IRequest<WorkItems>;

internal sealed class FeedEnterpriseImportsSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<FeedEnterpriseImports, WorkItems>
{
    public override Permission Permission { get; } = new("registers.import", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedEnterpriseImports request, CancellationToken cancel)
    {
        var since = time.GetUtcNow() - WorkItems.Recent;
        var imports = await OwnImports.Of(db, caller).Where(import => import.UploadedAt >= since).OrderByDescending(import => import.UploadedAt).Take(WorkItems.Most)
            .Select(import => new { import.Id, import.FileName, import.State, import.UploadedAt, import.TouchedAt, import.Added, import.Changed }).ToListAsync(cancel);
        return new WorkItems([.. imports.Select(import => import.State switch
        {
            ImportState.Ready => new WorkItem(WorkColumn.ToDo, ($"确认导入企业：{import.FileName}", $"Confirm the import of enterprises: {import.FileName}"), $"/enterprises/import/{import.Id}", import.UploadedAt),
            ImportState.Failed or ImportState.Stopped => new WorkItem(WorkColumn.ToDo, ($"企业导入未完成：{import.FileName}", $"Import of enterprises not finished: {import.FileName}"), $"/enterprises/import/{import.Id}", import.TouchedAt),
            _ => new WorkItem(WorkColumn.Recent, ($"企业导入：新增 {import.Added} 家，变更 {import.Changed} 家", $"Enterprises: {import.Added} new, {import.Changed} changed"), $"/enterprises/import/{import.Id}", import.TouchedAt),
        })]);
    }
}
