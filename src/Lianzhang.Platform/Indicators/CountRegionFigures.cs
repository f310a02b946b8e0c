using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>How many items have a published figure, for each region that the caller may see.</summary>
public sealed record RegionFigureCounts(IReadOnlyDictionary<string, int> ByRegion);

/// <summary>Counts the items that are published for each region at a date.</summary>
public sealed record CountRegionFigures(DateOnly AsOf) : IRequest<RegionFigureCounts>;

internal sealed class CountRegionFiguresSlice(CurrentBoard current, CurrentCaller caller) : Slice<CountRegionFigures, RegionFigureCounts>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override async Task<Answer<RegionFigureCounts>> Handle(CountRegionFigures request, CancellationToken cancel) =>
        await current.Inputs(cancel) is { } inputs
            ? new RegionFigureCounts(inputs.Programme.Regions.Where(region => caller.Sight.Covers(new(Region: region.Code))).ToDictionary(region => region.Code, region => LatestFigures.Of(inputs.Programme, inputs.Figures, region.Code, request.AsOf).Count))
            : Problem.NotFound(CurrentBoard.NothingPublished);
}
