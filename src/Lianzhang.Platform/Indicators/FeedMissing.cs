using Lianzhang.Core.Judgement;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>Targets without a figure to judge by, for those who take figures in.</summary>
public sealed record FeedMissing : IRequest<WorkItems>;

internal sealed class FeedMissingSlice(CurrentBoard current) : Slice<FeedMissing, WorkItems>
{
    public override Permission Permission { get; } = new("figures.import", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedMissing request, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return new WorkItems([]);
        var targets = inputs.Build(current.Today, region: null).Targets;
        var (none, stale) = (targets.Count(row => row.Status == Status.NoData), targets.Count(row => row.Status == Status.Stale));
        return new WorkItems(
        [
            .. none > 0 ? [new(WorkColumn.ToDo, ($"导入缺数据目标 {none} 项的数据", $"Import figures for {none} targets without any"), $"/?status={Status.NoData}")] : Array.Empty<WorkItem>(),
            .. stale > 0 ? [new(WorkColumn.ToDo, ($"更新数据过期目标 {stale} 项的数据", $"Bring {stale} targets with old figures up to date"), $"/?status={Status.Stale}")] : Array.Empty<WorkItem>(),
        ]);
    }
}
