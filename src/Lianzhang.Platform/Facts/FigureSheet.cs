using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Facts;

/// <summary>Figures as an Excel file.</summary>
public sealed record FigureWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>The columns of every list of figures.</summary>
internal static class FigureSheet
{
    public static WorkbookColumns<T> Columns<T>(Func<T, BoardFigure> figure) => new WorkbookColumns<T>()
        .Text(("数据项", "item"), 24, row => figure(row).Name)
        .Text(("地区", "place"), 13, row => figure(row).PlaceName)
        .Period(("时期", "period"), row => figure(row).Period)
        .Number(("数值", "value"), row => figure(row).Value)
        .Unit(("单位", "unit"), row => figure(row).Unit)
        .Text(("限定词", "qualifier"), 8, row => figure(row).Qualifier)
        .Text(("标记", "flag"), 7, row => FigureFlagWords.Of(figure(row).Flag))
        .Date(("公布日期", "published"), row => figure(row).Published)
        .Text(("来源", "source"), 36, row => figure(row).Source)
        .Text(("网址", "address"), 30, row => figure(row).Url);

    public static FigureWorkbook Write(Text subject, DateOnly asOf, IReadOnlyList<BoardFigure> figures, string fileName, Language language) =>
        new($"{fileName}-{asOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(new WorkbookTable<BoardFigure>(("公布数据", "Published figures"), subject, asOf, Columns<BoardFigure>(row => row), figures), language));
}
