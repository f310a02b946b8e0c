using Lianzhang.Core.Boards;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>The board of a programme, by its code, from what was on record at an instant.</summary>
/// <param name="Programme">Code of the programme.</param>
/// <param name="At">The instant.</param>
/// <param name="AsOf">The date of the board; the day of the instant if left out.</param>
/// <param name="Region">The programme's own region if left out.</param>
public sealed record GetProgrammeBoard(string Programme, DateTimeOffset At, DateOnly? AsOf = null, string? Region = null) : IRequest<Board>;

internal sealed class GetProgrammeBoardSlice(CurrentBoard current) : Slice<GetProgrammeBoard, Board>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(GetProgrammeBoard request) => new(Region: request.Region);

    protected override async Task<Answer<Board>> Handle(GetProgrammeBoard request, CancellationToken cancel)
    {
        if (await current.Read(request.At, request.Programme, cancel) is not { } inputs)
            return Problem.NotFound(($"该时刻没有已发布的方案 {request.Programme}。", $"No programme {request.Programme} was published by that instant."));
        if (request.Region is { } region && !inputs.Programme.IsRegion(region))
            return Problem.NotFound(($"方案中没有地区 {region}。", $"The programme has no region {region}."));
        return inputs.Build(request.AsOf ?? current.DayOf(request.At), request.Region);
    }
}
