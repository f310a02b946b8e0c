using Lianzhang.Core.Judgement;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>Targets that are far behind, for those who see the whole programme.</summary>
public sealed record FeedLights : IRequest<WorkItems>;

internal sealed class FeedLightsSlice(CurrentBoard current, CurrentCaller caller) : Slice<FeedLights, WorkItems>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedLights request, CancellationToken cancel)
    {
        if (!caller.Sight.IsUnlimited || await current.Inputs(cancel) is not { } inputs)
            return new WorkItems([]);
        var count = inputs.Build(current.Today, region: null).Targets.Count(row => row.Status == Status.Critical);
        return new WorkItems(count == 0 ? [] : [new(WorkColumn.ToDo, ($"查看严重滞后目标 {count} 项", $"See {count} targets far behind"), $"/?status={Status.Critical}")]);
    }
}
