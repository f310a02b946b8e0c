using Lianzhang.Core.Boards;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Facts;

/// <summary>A figure as it was recorded at a time, from a file.</summary>
public sealed record RecordedFigure(BoardFigure Figure, DateTimeOffset RecordedAt, string FileName);

/// <summary>Every recorded version of one figure of one source, newest first; the first is the one that counts.</summary>
public sealed record FigureHistory(IReadOnlyList<RecordedFigure> Versions)
{
    public BoardFigure Current => Versions[0].Figure;
}

/// <summary>The histories of figures.</summary>
public sealed record FigureHistories(IReadOnlyList<FigureHistory> Figures);

/// <summary>Lists every recorded version of the figures of some items, by item, place, newest period and source.</summary>
public sealed record ListFigureVersions(IReadOnlyList<string> Items, string? Place = null) : IRequest<FigureHistories>;

internal sealed class ListFigureVersionsSlice(LianzhangDb db, PublishedProgrammes programmes) : Slice<ListFigureVersions, FigureHistories>
{
    private const int MostItems = 100;

    public override Permission Permission { get; } = new("figures.read", Changes: false);

    protected override Problem? Validate(ListFigureVersions request) => request.Items.Count is >= 1 and <= MostItems
        ? null
        : Problem.Invalid(($"请指定 1 至 {MostItems} 个数据项。", $"Name 1 to {MostItems} items."));

    protected override async Task<Answer<FigureHistories>> Handle(ListFigureVersions request, CancellationToken cancel)
    {
        if (await programmes.Find(null, cancel) is not { Programme: { } programme })
            return Problem.NotFound(("没有已发布的方案。", "No programme is published."));
        var rows = await db.Set<FigureVersion>().AsNoTracking()
            .Where(figure => request.Items.Contains(figure.Item) && (request.Place == null || figure.Place == request.Place))
            .OrderByDescending(figure => figure.Id)
            .ToListAsync(cancel);
        var names = new NameFigure(programme);
        return new FigureHistories([.. rows
            .GroupBy(row => row.Key)
            .Select(versions => new FigureHistory([.. versions.Select(row => new RecordedFigure(names.Of(row.Figure()), row.RecordedAt, row.File))]))
            .OrderBy(history => history.Current.Item, StringComparer.Ordinal)
            .ThenBy(history => history.Current.Place, StringComparer.Ordinal)
            .ThenByDescending(history => history.Current.Period)
            .ThenBy(history => history.Current.Source, StringComparer.Ordinal)]);
    }
}
