using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Auditing;

/// <summary>How much went on record today, for those who watch over it.</summary>
public sealed record FeedRecord : IRequest<WorkItems>;

internal sealed class FeedRecordSlice(LianzhangDb db, TimeProvider time) : Slice<FeedRecord, WorkItems>
{
    public override Permission Permission { get; } = new("audit.read", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedRecord request, CancellationToken cancel)
    {
        var since = time.GetUtcNow().AddDays(-1);
        var entries = await db.Set<AuditEntry>().CountAsync(entry => entry.At >= since, cancel);
        var last = await db.Set<AuditEntry>().MaxAsync(entry => (DateTimeOffset?)entry.At, cancel);
        return new WorkItems(entries == 0 ? [] : [new(WorkColumn.Recent, ($"24 小时内操作记录 {entries} 条", $"{entries} entries on record within 24 hours"), "/audit", last)]);
    }
}
