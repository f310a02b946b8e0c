using Lianzhang.Core.Boards;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Platform.Indicators;

/// <summary>The latest figure of each item for a place.</summary>
internal static class LatestFigures
{
    public static IReadOnlyList<BoardFigure> Of(Programme programme, FigureSet figures, string place, DateOnly asOf)
    {
        var named = new NameFigure(programme);
        var order = programme.Items.Select((item, index) => (item.Code, index)).ToDictionary();
        return [.. SettleFigures.Settle(figures.Figures, asOf).Figures
            .Where(figure => figure.Place == place)
            .GroupBy(figure => figure.Item)
            .OrderBy(group => order[group.Key])
            .Select(group => named.Of(group.MaxBy(figure => figure.Period)!))];
    }
}
