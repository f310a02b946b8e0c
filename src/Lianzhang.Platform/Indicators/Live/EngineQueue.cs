using Lianzhang.Core.Values;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Indicators.Live;

/// <summary>What waits to be done after what it follows from was recorded.</summary>
public enum EngineQueueKind
{
    /// <summary>Notices on their way out by e-mail or into a group.</summary>
    Notices,

    /// <summary>Files with the reports of many units.</summary>
    Deliveries,

    /// <summary>Imports of enterprises that were confirmed.</summary>
    Imports,
}

/// <summary>One kind of work that waits.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="OldestAt">Since when the oldest of them waits, or has not gone on; null where none does.</param>
/// <param name="IsStuck">Whether it has waited longer than it should.</param>
public sealed record EngineQueue(EngineQueueKind Kind, int Waiting, DateTimeOffset? OldestAt, bool IsStuck);

/// <summary>The words for what waits.</summary>
public static class EngineQueueWords
{
    public static Text Of(EngineQueueKind kind) => kind switch
    {
        EngineQueueKind.Notices => ("待发送的通知", "notices to be sent"),
        EngineQueueKind.Deliveries => ("待采用的代收报表", "deliveries to be taken"),
        EngineQueueKind.Imports => ("进行中的企业导入", "imports of enterprises under way"),
    };
}

/// <summary>Finds what waits, over all regions and organisations.</summary>
internal sealed class EngineQueues(LianzhangDb db, TimeProvider time)
{
    /// <summary>What has waited longer is stuck: a mail server that was away for a moment is tried again within minutes, and no file takes as long.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    public async Task<IReadOnlyList<EngineQueue>> All(CancellationToken cancel)
    {
        var due = db.Set<NoticeDelivery>().Where(delivery => delivery.DueAt != null);
        var notices = from delivery in due join notice in db.Set<Notice>() on delivery.Notice equals notice.Id select (DateTimeOffset?)notice.At;
        var uploads = db.Set<ReportUpload>().IgnoreQueryFilters().Where(upload => upload.EndedAt == null).Select(upload => (DateTimeOffset?)upload.At);
        var imports = db.Set<EnterpriseImport>().IgnoreQueryFilters().Where(import => import.State == ImportState.Running || import.State == ImportState.Stopping).Select(import => (DateTimeOffset?)import.TouchedAt);
        return
        [
            await Queue(EngineQueueKind.Notices, notices, cancel),
            await Queue(EngineQueueKind.Deliveries, uploads, cancel),
            await Queue(EngineQueueKind.Imports, imports, cancel),
        ];
    }

    private async Task<EngineQueue> Queue(EngineQueueKind kind, IQueryable<DateTimeOffset?> waiting, CancellationToken cancel)
    {
        var oldest = await waiting.MinAsync(cancel);
        return new EngineQueue(kind, await waiting.CountAsync(cancel), oldest, IsStuck: time.GetUtcNow() - oldest > Limit);
    }
}
