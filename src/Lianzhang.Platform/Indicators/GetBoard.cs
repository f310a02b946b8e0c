using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>The board of a region at a date: the programme's own region and today unless said otherwise; from what was on record at an instant where one is named.</summary>
public sealed record GetBoard(DateOnly? AsOf = null, string? Region = null, MembershipView View = MembershipView.AsItWas, DateTimeOffset? KnownAt = null) : IRequest<Board>;

internal sealed class GetBoardSlice(CurrentBoard current) : Slice<GetBoard, Board>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(GetBoard request) => new(Region: request.Region);

    protected override async Task<Answer<Board>> Handle(GetBoard request, CancellationToken cancel)
    {
        if (await current.Known(request.KnownAt, cancel) is not { } inputs)
            return Problem.NotFound(CurrentBoard.NothingPublished);
        if (request.Region is { } region && !inputs.Programme.IsRegion(region))
            return Problem.NotFound(($"方案中没有地区 {region}。", $"The programme has no region {region}."));
        return inputs.Build(request.AsOf ?? current.DayOf(request.KnownAt), request.Region, request.View);
    }
}
