using Lianzhang.Core.Boards;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Facts;

/// <summary>Writes recorded figures to Excel, by item or place where wanted: what <see cref="ListFigures"/> pages through.</summary>
public sealed record ExportFigures(Language Language, string? Item = null, string? Place = null) : IRequest<FigureWorkbook>;

internal sealed class ExportFiguresSlice(PublishedProgrammes programmes, StoredFigures figures, TimeProvider time) : Slice<ExportFigures, FigureWorkbook>
{
    public override Permission Permission { get; } = new("figures.read", Changes: false);

    protected override async Task<Answer<FigureWorkbook>> Handle(ExportFigures request, CancellationToken cancel)
    {
        if (await programmes.Find(null, cancel) is not { Programme: { } programme })
            return Problem.NotFound(("没有已发布的方案。", "No programme is published."));
        var names = new NameFigure(programme);
        var found = await figures.Of(request.Item, request.Place, cancel);
        var subject = request.Place is { } place ? programme.PlaceName(place) : request.Item is { } item ? programme.ItemName(item) : programme.Head.Name;
        return FigureSheet.Write(subject, time.Today(), [.. found.Select(names.Of)], "figures", request.Language);
    }
}
