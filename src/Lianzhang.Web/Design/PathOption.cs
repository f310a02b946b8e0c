using System.Globalization;
using System.Text.Json.Nodes;
using Lianzhang.Core.Values;

namespace Lianzhang.Web.Design;

/// <summary>
/// The chart library's option for a path to a target. Colours are names of style tokens, which <c>lz-chart</c> looks up, so that
/// the style sheet alone knows them.
/// </summary>
internal static class PathOption
{
    public static string Json(IReadOnlyList<ChartPoint> path, IReadOnlyList<ChartPoint> actual, ChartPoint? target, string? unit, Language language) =>
        new JsonObject { ["unit"] = unit, ["option"] = Option(path, actual, target, unit, language) }.ToJsonString();

    private static JsonObject Option(IReadOnlyList<ChartPoint> path, IReadOnlyList<ChartPoint> actual, ChartPoint? target, string? unit, Language language)
    {
        var isEnglish = language == Language.English;
        var series = new JsonArray();
        if (path.Count > 0)
            series.Add(Line(isEnglish ? "Path" : "应达进度", path, "--ink-second", "dashed", 0));
        series.Add(Line(isEnglish ? "Actual" : "实际值", actual, "--blue", "solid", 7));
        if (target is not null)
            series.Add(Target(isEnglish ? "Target" : "目标值", target));
        return new JsonObject
        {
            ["grid"] = new JsonObject { ["left"] = 4, ["right"] = 28, ["top"] = 64, ["bottom"] = 4, ["containLabel"] = true },
            // Above the drawing and apart from the name of the axis.
            ["legend"] = new JsonObject { ["top"] = 0, ["left"] = 0, ["itemWidth"] = 28, ["itemGap"] = 16, ["textStyle"] = Label() },
            ["tooltip"] = new JsonObject
            {
                ["trigger"] = "axis",
                ["confine"] = true,
                ["borderColor"] = "--line",
                ["textStyle"] = new JsonObject { ["color"] = "--ink", ["fontSize"] = 13 },
                ["axisPointer"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = "--control-line" } },
            },
            ["xAxis"] = new JsonObject
            {
                ["type"] = "time",
                ["axisLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = "--control-line" } },
                ["axisLabel"] = TimeLabel(isEnglish),
                ["minInterval"] = 365L * 24 * 3600 * 1000 / 4,
            },
            ["yAxis"] = new JsonObject
            {
                ["type"] = "value",
                ["scale"] = true,
                ["name"] = unit,
                ["nameTextStyle"] = new JsonObject { ["color"] = "--ink-second", ["fontSize"] = 12, ["align"] = "left" },
                ["nameGap"] = 12,
                ["axisLabel"] = Label(),
                ["splitLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = "--line" } },
            },
            ["series"] = series,
        };
    }

    private static JsonObject Line(string name, IReadOnlyList<ChartPoint> points, string colour, string dash, int symbolSize) => new()
    {
        ["type"] = "line",
        ["name"] = name,
        ["data"] = new JsonArray([.. points.Select(Point)]),
        ["symbol"] = symbolSize > 0 ? "circle" : "none",
        ["symbolSize"] = symbolSize,
        ["showAllSymbol"] = true,
        ["lineStyle"] = new JsonObject { ["type"] = dash, ["width"] = 2, ["color"] = colour },
        ["itemStyle"] = new JsonObject { ["color"] = colour },
    };

    private static JsonObject Target(string name, ChartPoint target) => new()
    {
        ["type"] = "scatter",
        ["name"] = name,
        ["data"] = new JsonArray(Point(target)),
        ["symbol"] = "diamond",
        ["symbolSize"] = 12,
        ["itemStyle"] = new JsonObject { ["color"] = "--ink" },
        ["label"] = new JsonObject { ["show"] = true, ["position"] = "top", ["formatter"] = AmountText.Of(target.Amount), ["color"] = "--ink", ["fontWeight"] = 600 },
    };

    private static JsonObject Point(ChartPoint point) => new()
    {
        ["name"] = point.Period,
        ["value"] = new JsonArray(point.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), point.Amount),
    };

    private static JsonObject Label() => new() { ["color"] = "--ink-second", ["fontSize"] = 12 };

    private static JsonObject TimeLabel(bool isEnglish)
    {
        var label = Label();
        label["hideOverlap"] = true;
        label["formatter"] = new JsonObject { ["year"] = isEnglish ? "{yyyy}" : "{yyyy}年", ["month"] = isEnglish ? "{MMM}" : "{M}月", ["day"] = isEnglish ? "{d} {MMM}" : "{M}月{d}日" };
        return label;
    }
}
