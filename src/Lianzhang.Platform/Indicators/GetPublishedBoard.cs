using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Judgement;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Indicators;

/// <summary>One board that was published, for lists.</summary>
public sealed record PublishedBoardLine(
    long Id, string Region, DateOnly AsOf, MembershipView View, DateTimeOffset At, string Programme, int Version, string InputHash, string ResultHash, DateTimeOffset PublishedAt, string By)
{
    internal static PublishedBoardLine Of(PublishedBoard board) => new(
        board.Id, board.Region, board.Day, board.View, board.At, board.Programme, board.ProgrammeVersion, board.InputHash, board.ResultHash, board.PublishedAt, board.By);
}

/// <summary>The boards that were published last, newest first.</summary>
public sealed record PublishedBoards(IReadOnlyList<PublishedBoardLine> Boards);

/// <summary>A published board as it comes out now.</summary>
/// <param name="Line">What was published.</param>
/// <param name="SameInputs">Whether everything that it was computed from is as it was.</param>
/// <param name="SameResult">Whether the same board comes out; false where it was not computed.</param>
/// <param name="Board">The board as it comes out; null where what it was computed from was altered.</param>
[CarriesTargets]
public sealed record RecomputedBoard(PublishedBoardLine Line, bool SameInputs, bool SameResult, Board? Board)
{
    public bool IsSame => SameInputs && SameResult;
}

/// <summary>Lists the boards that were published.</summary>
public sealed record ListPublishedBoards(string? Region = null) : IRequest<PublishedBoards>;

/// <summary>Computes a published board again from the store and compares both hashes.</summary>
public sealed record GetPublishedBoard(long Id) : IRequest<RecomputedBoard>;

internal sealed class ListPublishedBoardsSlice(LianzhangDb db, CurrentCaller caller) : Slice<ListPublishedBoards, PublishedBoards>
{
    private const int Most = 500;

    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(ListPublishedBoards request) => new(Region: request.Region);

    protected override async Task<Answer<PublishedBoards>> Handle(ListPublishedBoards request, CancellationToken cancel)
    {
        var boards = await db.Set<PublishedBoard>().AsNoTracking().Where(board => request.Region == null || board.Region == request.Region).OrderByDescending(board => board.Id).Take(Most).ToListAsync(cancel);
        return new PublishedBoards([.. boards.Where(board => caller.Sight.Covers(new Subject(Region: board.Region))).Select(PublishedBoardLine.Of)]);
    }
}

internal sealed class GetPublishedBoardSlice(LianzhangDb db, CurrentCaller caller, CurrentBoard current, SealBoard seal) : Slice<GetPublishedBoard, RecomputedBoard>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override async Task<Answer<RecomputedBoard>> Handle(GetPublishedBoard request, CancellationToken cancel)
    {
        if (await db.Set<PublishedBoard>().AsNoTracking().SingleOrDefaultAsync(board => board.Id == request.Id, cancel) is not { } board || !caller.Sight.Covers(new Subject(Region: board.Region)))
            return Problem.NotFound(($"没有编号为 {request.Id} 的已发布看板。", $"There is no published board {request.Id}."));
        var line = PublishedBoardLine.Of(board);
        // What was altered past the product may not even be readable, so that nothing is computed from it.
        if (await seal.Inputs(board.At, cancel) != board.InputHash || await current.Read(board.At, code: null, cancel) is not { } inputs || !inputs.Programme.IsRegion(board.Region))
            return new RecomputedBoard(line, SameInputs: false, SameResult: false, Board: null);
        var result = inputs.Build(board.Day, board.Region, board.View);
        return new RecomputedBoard(line, SameInputs: true, SealBoard.Result(result) == board.ResultHash, result);
    }
}
