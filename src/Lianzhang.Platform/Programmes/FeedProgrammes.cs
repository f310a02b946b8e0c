using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Programmes;

/// <summary>Versions of the programme that were published lately.</summary>
public sealed record FeedProgrammes : IRequest<WorkItems>;

internal sealed class FeedProgrammesSlice(LianzhangDb db, TimeProvider time) : Slice<FeedProgrammes, WorkItems>
{
    public override Permission Permission { get; } = new("programmes.read", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedProgrammes request, CancellationToken cancel)
    {
        var since = time.GetUtcNow() - WorkItems.Recent;
        var published = await db.Set<ProgrammeVersion>().Where(version => version.RecordedAt >= since).OrderByDescending(version => version.Id)
            .Select(version => new { version.Number, version.RecordedAt, version.Note }).Take(WorkItems.Most).ToListAsync(cancel);
        return new WorkItems([.. published.Select(version => new WorkItem(WorkColumn.Recent, ($"方案第 {version.Number} 版已发布：{version.Note}", $"Version {version.Number} of the programme: {version.Note}"), "/programme", version.RecordedAt))]);
    }
}
