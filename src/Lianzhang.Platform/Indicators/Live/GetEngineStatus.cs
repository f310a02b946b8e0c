using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Indicators.Live;

/// <summary>How the product runs: what is stored, what waits, and the sums that the process that answers keeps.</summary>
/// <param name="At">When it was asked.</param>
/// <param name="Facts">How many values units reported, with those that later ones took the place of.</param>
/// <param name="Sequence">The number of the last batch of them; 0 while there is none.</param>
/// <param name="Accepted">How many reports count.</param>
/// <param name="StoreBytes">How many bytes the store takes up.</param>
/// <param name="MemoryBytes">How many bytes the process uses.</param>
/// <param name="Queues">What waits.</param>
/// <param name="Sums">The sums of the process that answers: of a command, none.</param>
public sealed record EngineStatus(
    DateTimeOffset At,
    long Facts,
    long Sequence,
    int Accepted,
    long StoreBytes,
    long MemoryBytes,
    IReadOnlyList<EngineQueue> Queues,
    EngineSums Sums)
{
    /// <summary>Whether anything has waited longer than it should.</summary>
    public bool IsStuck => Queues.Any(queue => queue.IsStuck);
}

/// <summary>Asks how the product runs.</summary>
public sealed record GetEngineStatus : IRequest<EngineStatus>;

internal sealed class GetEngineStatusSlice(LianzhangDb db, EngineQueues queues, StoredFacts facts, EngineMeter meter, TimeProvider time) : Slice<GetEngineStatus, EngineStatus>
{
    public override Permission Permission { get; } = new("engine.read", Changes: false);

    protected override async Task<Answer<EngineStatus>> Handle(GetEngineStatus request, CancellationToken cancel) => new EngineStatus(
        time.GetUtcNow(),
        await db.Set<FactBatch>().SumAsync(batch => (long)batch.Values, cancel),
        await facts.Sequence(cancel),
        await db.Set<Report>().IgnoreQueryFilters().CountAsync(report => report.AcceptedVersion > 0, cancel),
        await db.Size(cancel),
        GC.GetTotalMemory(forceFullCollection: false),
        await queues.All(cancel),
        meter.Sums);
}
