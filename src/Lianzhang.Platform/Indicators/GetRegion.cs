using Lianzhang.Core.Boards;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>A region or other place with its own targets and the latest of each figure published for it.</summary>
public sealed record RegionView(Region Region, IReadOnlyList<Region> Parts, IReadOnlyList<Place> Places, IReadOnlyList<BoardRow> Targets, IReadOnlyList<BoardFigure> Figures, DateOnly AsOf);

/// <summary>Opens one region at a date.</summary>
public sealed record GetRegion(string Code, DateOnly? AsOf = null) : IRequest<RegionView>;

internal sealed class GetRegionSlice(CurrentBoard current) : Slice<GetRegion, RegionView>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(GetRegion request) => new(Region: request.Code);

    protected override async Task<Answer<RegionView>> Handle(GetRegion request, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return Problem.NotFound(CurrentBoard.NothingPublished);
        var programme = inputs.Programme;
        if (programme.Regions.FirstOrDefault(region => region.Code == request.Code) is not { } region)
            return Problem.NotFound(($"方案中没有地区 {request.Code}。", $"The programme has no region {request.Code}."));

        var asOf = request.AsOf ?? current.Today;
        return new RegionView(
            region,
            [.. programme.Regions.Where(part => part.Parent == region.Code)],
            [.. programme.Places.Where(place => place.Region == region.Code)],
            inputs.Build(asOf, region.Code).Targets,
            LatestFigures.Of(programme, inputs.Figures, region.Code, asOf),
            asOf);
    }
}
