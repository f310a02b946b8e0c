using System.Text.Json.Nodes;
using Lianzhang.Web.Design;

namespace Lianzhang.Web.Pages.Indicators.Exploring;

/// <summary>The chart library's option for several lines over time, or bars beside each other.</summary>
internal static class PivotOption
{
    // Told apart by lightness as well as by colour, and by their points.
    private static readonly string[] Colours = ["--blue", "--orange", "--good", "--ink-third", "--bad", "--ink"];
    private static readonly string[] Symbols = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect"];

    public static string Json(PivotSeries drawn) => new JsonObject { ["unit"] = drawn.Unit, ["option"] = Option(drawn) }.ToJsonString();

    // Names are read beside bars that lie; time runs from left to right.
    private static JsonObject Option(PivotSeries drawn) => new()
    {
        ["grid"] = new JsonObject { ["left"] = 4, ["right"] = drawn.IsOverTime ? 16 : 40, ["top"] = 64, ["bottom"] = 4, ["containLabel"] = true },
        ["legend"] = new JsonObject { ["top"] = 0, ["left"] = 0, ["type"] = "scroll", ["itemGap"] = 16, ["textStyle"] = Label() },
        ["tooltip"] = new JsonObject
        {
            ["trigger"] = "axis",
            ["confine"] = true,
            ["borderColor"] = "--line",
            ["textStyle"] = new JsonObject { ["color"] = "--ink", ["fontSize"] = 13 },
            ["axisPointer"] = new JsonObject { ["type"] = drawn.IsOverTime ? "line" : "shadow" },
        },
        [drawn.IsOverTime ? "xAxis" : "yAxis"] = Names(drawn),
        [drawn.IsOverTime ? "yAxis" : "xAxis"] = Amounts(drawn),
        ["series"] = new JsonArray([.. drawn.Series.Select((series, at) => Series(series, at, drawn.IsOverTime))]),
    };

    private static JsonObject Names(PivotSeries drawn) => new()
    {
        ["type"] = "category",
        ["inverse"] = !drawn.IsOverTime,
        ["data"] = new JsonArray([.. drawn.Categories.Select(name => JsonValue.Create(name))]),
        ["axisTick"] = new JsonObject { ["show"] = false },
        ["axisLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = "--control-line" } },
        ["axisLabel"] = Label(),
    };

    private static JsonObject Amounts(PivotSeries drawn) => new()
    {
        ["type"] = "value",
        ["name"] = drawn.Unit,
        ["nameTextStyle"] = new JsonObject { ["color"] = "--ink-second", ["fontSize"] = 12, ["align"] = "left" },
        ["nameGap"] = drawn.IsOverTime ? 12 : 6,
        ["axisLabel"] = new JsonObject { ["color"] = "--ink-second", ["fontSize"] = 12, ["hideOverlap"] = true },
        ["splitLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = "--line" } },
    };

    private static JsonObject Series(YearSeries series, int at, bool isOverTime)
    {
        var colour = Colours[at % Colours.Length];
        var drawn = new JsonObject
        {
            ["type"] = isOverTime ? "line" : "bar",
            ["name"] = series.Name,
            ["data"] = new JsonArray([.. series.Amounts.Select(amount => amount is { } known ? new JsonObject { ["value"] = known } : (JsonNode)"-")]),
            ["itemStyle"] = new JsonObject { ["color"] = colour },
        };
        if (isOverTime)
        {
            drawn["symbol"] = Symbols[at % Symbols.Length];
            drawn["symbolSize"] = 7;
            drawn["showAllSymbol"] = true;
            drawn["lineStyle"] = new JsonObject { ["width"] = 2, ["color"] = colour };
        }
        else
        {
            drawn["barMaxWidth"] = 28;
        }

        return drawn;
    }

    private static JsonObject Label() => new() { ["color"] = "--ink-second", ["fontSize"] = 12 };
}
