using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>Opens one target: of an indicator, for a year (none for a target of every year or for good), of a region.</summary>
public sealed record GetTarget(string Indicator, int? Year, string? Region = null, DateOnly? AsOf = null, MembershipView View = MembershipView.AsItWas, DateTimeOffset? KnownAt = null) : IRequest<TargetDetail>;

internal sealed class GetTargetSlice(CurrentBoard current) : Slice<GetTarget, TargetDetail>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(GetTarget request) => new(Region: request.Region);

    protected override async Task<Answer<TargetDetail>> Handle(GetTarget request, CancellationToken cancel)
    {
        if (await current.Known(request.KnownAt, cancel) is not { } inputs)
            return Problem.NotFound(CurrentBoard.NothingPublished);
        var programme = inputs.Programme;
        var target = programme.Targets.FirstOrDefault(target =>
            target.Indicator == request.Indicator && target.Year == request.Year && programme.RegionOf(target) == (request.Region ?? programme.Head.Region));
        return target is null
            ? Problem.NotFound(("方案中没有这个目标。", "The programme has no such target."))
            : inputs.Build(request.AsOf ?? current.DayOf(request.KnownAt), target, request.View);
    }
}
