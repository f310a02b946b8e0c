using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Live;

/// <summary>What boards are computed from, as a word that changes whenever any of it does.</summary>
public sealed record BoardVersion(string Version);

/// <summary>Asks for the state that boards are in.</summary>
/// <param name="Seen">The one that the asker has: it is answered as soon as there is another, or after a while with the same.</param>
public sealed record GetBoardVersion(string? Seen = null) : IRequest<BoardVersion>;

internal sealed class GetBoardVersionSlice(BoardWatch watch) : Slice<GetBoardVersion, BoardVersion>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override async Task<Answer<BoardVersion>> Handle(GetBoardVersion request, CancellationToken cancel) => new BoardVersion(await watch.Wait(request.Seen, cancel));
}
