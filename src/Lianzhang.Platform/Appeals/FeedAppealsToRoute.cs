using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>Appeals that wait to be routed, for those who route.</summary>
public sealed record FeedAppealsToRoute : IRequest<WorkItems>;

internal sealed class FeedAppealsToRouteSlice(LianzhangDb db) : Slice<FeedAppealsToRoute, WorkItems>
{
    public override Permission Permission { get; } = new(AppealBook.Routing, Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedAppealsToRoute request, CancellationToken cancel)
    {
        var filed = db.Set<Appeal>().AsNoTracking().Where(appeal => appeal.State == AppealState.Filed);
        if (await filed.CountAsync(cancel) is not (> 0 and var count))
            return new WorkItems([]);
        var due = await filed.MinAsync(appeal => appeal.RouteDue, cancel);
        return new WorkItems([new(WorkColumn.ToDo, ($"分办诉求 {count} 件", $"Route {count} appeals"), "/appeals/desk?filter=ToRoute", Due: due)]);
    }
}
