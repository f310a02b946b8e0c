using Lianzhang.Core.Inspections;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Inspections;

/// <summary>Visits that are to be done, for those who do them.</summary>
public sealed record FeedInspections : IRequest<WorkItems>;

internal sealed class FeedInspectionsSlice(LianzhangDb db) : Slice<FeedInspections, WorkItems>
{
    public override Permission Permission { get; } = new(InspectionBook.Visiting, Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedInspections request, CancellationToken cancel)
    {
        var planned = db.Set<Inspection>().Where(inspection => inspection.State == InspectionState.Planned);
        if (await planned.CountAsync(cancel) is not (> 0 and var count))
            return new WorkItems([]);
        var due = await planned.MinAsync(inspection => inspection.Due, cancel);
        return new WorkItems([new(WorkColumn.ToDo, ($"专项检查 {count} 次", $"{count} inspections to do"), "/inspections", Due: due)]);
    }
}
