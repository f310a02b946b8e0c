using System.Text.Json.Nodes;

namespace Lianzhang.Web.Design;

/// <summary>The chart library's option for two lines before and after something: one's own, and that of those it is compared with.</summary>
internal static class BeforeAfterOption
{
    public static string Json(IReadOnlyList<string> periods, YearSeries own, YearSeries others, string at, string level, string unit) =>
        new JsonObject { ["unit"] = unit, ["option"] = Option(periods, own, others, at, level, unit) }.ToJsonString();

    private static JsonObject Option(IReadOnlyList<string> periods, YearSeries own, YearSeries others, string at, string level, string unit)
    {
        var line = Line(own, "--blue", "solid", 7);
        line["markLine"] = Marks(periods.Count / 2, at, level);
        return new JsonObject
        {
            ["grid"] = new JsonObject { ["left"] = 4, ["right"] = 12, ["top"] = 60, ["bottom"] = 4, ["containLabel"] = true },
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
                ["type"] = "category",
                ["data"] = new JsonArray([.. periods.Select(period => JsonValue.Create(period))]),
                ["boundaryGap"] = false,
                ["axisTick"] = new JsonObject { ["show"] = false },
                // Below all of it, though nought lies within.
                ["axisLine"] = new JsonObject { ["onZero"] = false, ["lineStyle"] = new JsonObject { ["color"] = "--control-line" } },
                ["axisLabel"] = Aligned(),
            },
            ["yAxis"] = new JsonObject
            {
                ["type"] = "value",
                ["name"] = unit,
                ["nameTextStyle"] = new JsonObject { ["color"] = "--ink-second", ["fontSize"] = 12, ["align"] = "left" },
                ["nameGap"] = 10,
                ["boundaryGap"] = new JsonArray("10%", "10%"),
                ["splitNumber"] = 4,
                ["axisLabel"] = Label(),
                ["splitLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = "--line" } },
            },
            ["series"] = new JsonArray(line, Line(others, "--ink-second", "dashed", 5)),
        };
    }

    private static JsonObject Line(YearSeries series, string colour, string dash, int symbolSize) => new()
    {
        ["type"] = "line",
        ["name"] = series.Name,
        ["data"] = new JsonArray([.. series.Amounts.Select(amount => amount is { } known ? new JsonObject { ["value"] = known } : (JsonNode)"-")]),
        ["symbol"] = "circle",
        ["symbolSize"] = symbolSize,
        ["showAllSymbol"] = true,
        ["lineStyle"] = new JsonObject { ["type"] = dash, ["width"] = 2, ["color"] = colour },
        ["itemStyle"] = new JsonObject { ["color"] = colour },
    };

    // Where it happened, and the level by which all is measured.
    private static JsonObject Marks(int at, string name, string level) => new()
    {
        ["symbol"] = "none",
        ["silent"] = true,
        ["lineStyle"] = new JsonObject { ["color"] = "--ink", ["type"] = "dotted", ["width"] = 1 },
        ["data"] = new JsonArray(
            new JsonObject { ["xAxis"] = at, ["label"] = Mark(name, "end") },
            new JsonObject { ["yAxis"] = 0, ["label"] = Mark(level, "insideStartTop") }),
    };

    private static JsonObject Mark(string name, string position) => new() { ["formatter"] = name, ["position"] = position, ["color"] = "--ink" };

    // The first and the last name stay within the drawing.
    private static JsonObject Aligned()
    {
        var label = Label();
        (label["alignMinLabel"], label["alignMaxLabel"], label["hideOverlap"]) = ("left", "right", true);
        return label;
    }

    private static JsonObject Label() => new() { ["color"] = "--ink-second", ["fontSize"] = 12 };
}
