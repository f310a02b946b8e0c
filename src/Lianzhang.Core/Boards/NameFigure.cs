using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Boards;

/// <summary>Puts names beside the codes of a figure.</summary>
public sealed class NameFigure(Programme programme)
{
    public BoardFigure Of(PublishedFigure figure) => new(
        figure.Item,
        programme.ItemName(figure.Item),
        figure.Place,
        programme.PlaceName(figure.Place),
        figure.Period,
        figure.Quantity.Amount,
        figure.Quantity.Unit,
        figure.Qualifier.Length > 0 ? figure.Qualifier : null,
        figure.Flag,
        figure.Published,
        figure.Source.Title,
        figure.Source.Url);

    internal BoardConflict Of(FigureConflict conflict) => new(Of(conflict.Chosen), [.. conflict.Others.Select(Of)], conflict.Rule);
}
