using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>Writes the latest of each figure published for a region to Excel: those that <see cref="GetRegion"/> shows.</summary>
public sealed record ExportRegionFigures(Language Language, string Code, DateOnly? AsOf = null) : IRequest<FigureWorkbook>;

internal sealed class ExportRegionFiguresSlice(Slice<GetRegion, RegionView> open) : Slice<ExportRegionFigures, FigureWorkbook>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(ExportRegionFigures request) => new(Region: request.Code);

    protected override async Task<Answer<FigureWorkbook>> Handle(ExportRegionFigures request, CancellationToken cancel)
    {
        var opened = await open.HandleAny(new GetRegion(request.Code, request.AsOf), cancel);
        return opened.Succeeded(out var view)
            ? FigureSheet.Write(view.Region.Name, view.AsOf, view.Figures, $"figures-{view.Region.Code}", request.Language)
            : opened.Problem!;
    }
}
