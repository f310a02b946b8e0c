using Lianzhang.Core.Facts;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>A published board by its number.</summary>
public sealed record PublishedBoardId(long Id);

/// <summary>Seals a board, so that it can be computed again at any time and compared.</summary>
/// <param name="Region">The programme's own region if left out.</param>
/// <param name="AsOf">The day of the instant if left out.</param>
/// <param name="View">How past periods count.</param>
/// <param name="At">What was on record at this instant counts; now if left out.</param>
public sealed record PublishBoard(string? Region = null, DateOnly? AsOf = null, MembershipView View = MembershipView.AsItWas, DateTimeOffset? At = null) : IRequest<PublishedBoardId>;

internal sealed class PublishBoardSlice(LianzhangDb db, CurrentBoard current, SealBoard seal, CurrentCaller caller, TimeProvider time) : Slice<PublishBoard, PublishedBoardId>
{
    public override Permission Permission { get; } = new("board.publish", Changes: true);

    protected override Subject About(PublishBoard request) => new(Region: request.Region);

    protected override Problem? Validate(PublishBoard request)
    {
        if (request.At > time.GetUtcNow())
            return Problem.Invalid(("不能发布将来时刻的看板。", "A board of an instant that is still to come cannot be published."));
        return request.AsOf > current.DayOf(request.At)
            ? Problem.Invalid(("截至日期不能晚于数据时刻。", "The date of the board lies after the instant."))
            : null;
    }

    protected override async Task<Answer<PublishedBoardId>> Handle(PublishBoard request, CancellationToken cancel)
    {
        // Exactly what the store keeps, so that it is asked for the same instant later.
        var at = (request.At ?? time.StoredNow()).ToUniversalTime();
        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
        if (await current.Read(at, code: null, cancel) is not { } inputs)
            return Problem.NotFound(("该时刻还没有已发布的方案。", "No programme was published by that instant."));
        var region = request.Region ?? inputs.Programme.Head.Region;
        if (!inputs.Programme.IsRegion(region))
            return Problem.NotFound(($"方案中没有地区 {region}。", $"The programme has no region {region}."));
        var day = request.AsOf ?? current.DayOf(at);
        var made = new PublishedBoard
        {
            Region = region,
            Day = day,
            View = request.View,
            At = at,
            Programme = inputs.Programme.Head.Code,
            ProgrammeVersion = inputs.Published.Number,
            ProgrammeHash = inputs.Published.Hash,
            InputHash = await seal.Inputs(at, cancel),
            ResultHash = SealBoard.Result(inputs.Build(day, region, request.View)),
            PublishedAt = time.StoredNow(),
            By = caller.Caller.Name,
        };
        db.Add(made);
        await db.SaveChangesAsync(cancel);
        return new PublishedBoardId(made.Id);
    }
}
