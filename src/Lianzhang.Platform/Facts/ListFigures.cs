using Lianzhang.Core.Boards;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Facts;

/// <summary>A page of figures.</summary>
public sealed record FigurePage(IReadOnlyList<BoardFigure> Figures, int Total, int Page, int PageSize);

/// <summary>Lists recorded figures, by item or place where wanted, newest period first.</summary>
public sealed record ListFigures(string? Item = null, string? Place = null, int Page = 1, int PageSize = 50) : IRequest<FigurePage>;

internal sealed class ListFiguresSlice(PublishedProgrammes programmes, StoredFigures figures) : Slice<ListFigures, FigurePage>
{
    private const int LargestPage = 500;

    public override Permission Permission { get; } = new("figures.read", Changes: false);

    protected override Problem? Validate(ListFigures request) => Paging.Check(request.Page, request.PageSize, LargestPage);

    protected override async Task<Answer<FigurePage>> Handle(ListFigures request, CancellationToken cancel)
    {
        if (await programmes.Find(null, cancel) is not { Programme: { } programme })
            return Problem.NotFound(("没有已发布的方案。", "No programme is published."));
        var names = new NameFigure(programme);
        var found = await figures.Of(request.Item, request.Place, cancel);
        var page = found.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize);
        return new FigurePage([.. page.Select(names.Of)], found.Count, request.Page, request.PageSize);
    }
}
