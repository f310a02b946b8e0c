using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>Writes the figures that a target's indicator is computed from to Excel: those that <see cref="GetTarget"/> shows.</summary>
public sealed record ExportTargetFigures(Language Language, string Indicator, int? Year, string? Region = null, DateOnly? AsOf = null) : IRequest<FigureWorkbook>;

internal sealed class ExportTargetFiguresSlice(Slice<GetTarget, Core.Boards.TargetDetail> open, CurrentBoard current) : Slice<ExportTargetFigures, FigureWorkbook>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(ExportTargetFigures request) => new(Region: request.Region);

    protected override async Task<Answer<FigureWorkbook>> Handle(ExportTargetFigures request, CancellationToken cancel)
    {
        var opened = await open.HandleAny(new GetTarget(request.Indicator, request.Year, request.Region, request.AsOf), cancel);
        return opened.Succeeded(out var target)
            ? FigureSheet.Write(target.Row.Name, request.AsOf ?? current.Today, target.AllFigures, $"figures-{request.Indicator}", request.Language)
            : opened.Problem!;
    }
}
