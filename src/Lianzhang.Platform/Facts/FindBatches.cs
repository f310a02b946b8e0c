using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Facts;

/// <summary>Ids by which sources know what they appended.</summary>
public sealed record FoundBatches(IReadOnlyList<string> SourceIds);

/// <summary>Which batches of a source are there already, so that who was interrupted goes on with the rest.</summary>
/// <param name="Start">How their ids begin.</param>
public sealed record FindBatches(string Start) : IRequest<FoundBatches>;

internal sealed class FindBatchesSlice(LianzhangDb db) : Slice<FindBatches, FoundBatches>
{
    public override Permission Permission { get; } = new("facts.read", Changes: false, For: Audience.Product);

    protected override async Task<Answer<FoundBatches>> Handle(FindBatches request, CancellationToken cancel) =>
        new FoundBatches(await db.Set<FactBatch>().Where(batch => batch.SourceId.StartsWith(request.Start)).OrderBy(batch => batch.Id).Select(batch => batch.SourceId).ToListAsync(cancel));
}
