using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>Writes the published figures that a number rests on to Excel: those that <see cref="ExplainIndicator"/> shows.</summary>
public sealed record ExportNumberFigures(Language Language, NumberQuery Of) : IRequest<FigureWorkbook>;

internal sealed class ExportNumberFiguresSlice(Slice<ExplainIndicator, NumberExplanation> explain, CurrentBoard current) : Slice<ExportNumberFigures, FigureWorkbook>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(ExportNumberFigures request) => new(Region: request.Of.Region);

    protected override async Task<Answer<FigureWorkbook>> Handle(ExportNumberFigures request, CancellationToken cancel)
    {
        var explained = await explain.HandleAny(new ExplainIndicator(request.Of), cancel);
        return explained.Succeeded(out var number)
            ? FigureSheet.Write(number.Name, current.DayOf(request.Of.KnownAt), number.Figures, $"figures-{number.Indicator}-{number.Region.Code}-{number.Period}", request.Language)
            : explained.Problem!;
    }
}
