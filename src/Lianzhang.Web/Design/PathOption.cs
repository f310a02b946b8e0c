using System.Text.Json.Nodes;
using Lianzhang.Core.Values;

namespace Lianzhang.Web.Design;

/// <summary>
/// The chart library's option for a path to a target. Colours are names of style tokens, which <c>lz-chart</c> looks up, so that
/// the style sheet alone knows them.
/// </summary>
internal static class PathOption
{
    // As a path, since the legend would stretch the built-in shape to its width.
    private const string Diamond = "path://M6 0L12 6L6 12L0 6Z";

    public static string Json(IReadOnlyList<ChartPoint> path, IReadOnlyList<ChartPoint> actual, ChartPoint? target, string? unit, Language language) =>
        new JsonObject
        {
            ["unit"] = unit,
            ["yearLabel"] = language == Language.English ? "{year}" : "{year}年",
            ["option"] = Option(path, actual, target, unit, language),
        }.ToJsonString();

    private static JsonObject Option(IReadOnlyList<ChartPoint> path, IReadOnlyList<ChartPoint> actual, ChartPoint? target, string? unit, Language language)
    {
        var isEnglish = language == Language.English;
        var series = new JsonArray();
        if (path.Count > 0)
            series.Add(Line(isEnglish ? "Path" : "应达进度", path, "--ink-second", "dashed", 0));
        if (actual.Count > 0)
            series.Add(Line(isEnglish ? "Actual" : "实际值", actual, "--blue", "solid", 7));
        if (target is not null)
            series.Add(Target(isEnglish ? "Target" : "目标值", target));
        var amounts = path.Concat(actual).Concat(target is null ? [] : [target]).Select(point => point.Amount).DefaultIfEmpty().ToList();
        // From zero, heights are true to scale; where all values are near each other their differences would not be seen.
        var fromZero = amounts.Min() >= 0 && amounts.Min() <= amounts.Max() / 2;
        var years = path.Concat(actual).Concat(target is null ? [] : [target]).Select(point => AtYear(point.At)).DefaultIfEmpty().ToList();
        return new JsonObject
        {
            ["grid"] = new JsonObject { ["left"] = 4, ["right"] = 28, ["top"] = 64, ["bottom"] = 4, ["containLabel"] = true },
            // Above the drawing and apart from the name of the axis.
            ["legend"] = new JsonObject { ["top"] = 0, ["left"] = 0, ["itemWidth"] = 28, ["itemGap"] = 16, ["textStyle"] = Label(), ["data"] = new JsonArray([.. series.Select(one => Entry(one!))]) },
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
                ["type"] = "value",
                ["min"] = Math.Floor(years.Min()),
                ["max"] = Math.Ceiling(years.Max()),
                ["minInterval"] = 1,
                ["axisLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = "--control-line" } },
                ["axisLabel"] = Label(),
                ["splitLine"] = new JsonObject { ["show"] = false },
            },
            ["yAxis"] = new JsonObject
            {
                ["type"] = "value",
                ["scale"] = !fromZero,
                // Room below and above, so that no point lies on the axis and the target's name fits.
                ["boundaryGap"] = new JsonArray(fromZero ? "0%" : "25%", "12%"),
                ["name"] = unit,
                ["nameTextStyle"] = new JsonObject { ["color"] = "--ink-second", ["fontSize"] = 12, ["align"] = "left" },
                ["nameGap"] = 12,
                ["axisLabel"] = Label(),
                ["axisLine"] = new JsonObject { ["show"] = false },
                ["axisTick"] = new JsonObject { ["show"] = false },
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
        ["symbol"] = Diamond,
        ["symbolSize"] = 12,
        ["itemStyle"] = new JsonObject { ["color"] = "--ink", ["opacity"] = 1 },
        ["label"] = new JsonObject
        {
            ["show"] = true,
            ["position"] = "top",
            ["align"] = "right",
            ["offset"] = new JsonArray(8, 0),
            ["formatter"] = $"{name} {AmountText.Of(target.Amount)}",
            ["color"] = "--ink",
        },
    };

    private static JsonObject Point(ChartPoint point) => new()
    {
        ["name"] = point.Period,
        ["value"] = new JsonArray(AtYear(point.At), point.Amount),
    };

    // The end of 2024 is 2024, so that the figure of a year stands above the year's name and not above the next one's.
    private static decimal AtYear(DateOnly day) =>
        Math.Round(day.Year - 1 + ((decimal)day.DayOfYear / (DateTime.IsLeapYear(day.Year) ? 366 : 365)), 4);

    // The legend draws a line without points as a solid one with a point, and so it is given dashes.
    private static JsonObject Entry(JsonNode series) => (string?)series["symbol"] == "none"
        ? new JsonObject { ["name"] = (string?)series["name"], ["icon"] = "path://M0 5h7v2h-7zM10 5h7v2h-7zM20 5h7v2h-7z" }
        : new JsonObject { ["name"] = (string?)series["name"] };

    private static JsonObject Label() => new() { ["color"] = "--ink-second", ["fontSize"] = 12 };
}
