using System.Text.Json.Nodes;

namespace Lianzhang.Web.Design;

/// <summary>The chart library's option for bars by period, with lines across for thresholds that the bars come near.</summary>
internal static class YearOption
{
    private static readonly string[] Colours = ["--blue", "--ink-second"];

    public static string Json(IReadOnlyList<string> periods, IReadOnlyList<YearSeries> series, IReadOnlyList<(string Name, decimal Amount)> lines, string unit)
    {
        var most = series.SelectMany(one => one.Amounts).Max() ?? 0;
        var near = lines.Where(line => line.Amount <= most * 1.2m).ToList();
        return new JsonObject { ["unit"] = unit, ["option"] = Option(periods, series, near, unit) }.ToJsonString();
    }

    private static JsonObject Option(IReadOnlyList<string> periods, IReadOnlyList<YearSeries> series, List<(string Name, decimal Amount)> lines, string unit) => new()
    {
        ["grid"] = new JsonObject { ["left"] = 4, ["right"] = 12, ["top"] = 64, ["bottom"] = 4, ["containLabel"] = true },
        ["legend"] = new JsonObject { ["top"] = 0, ["left"] = 0, ["itemGap"] = 16, ["textStyle"] = Label() },
        ["tooltip"] = new JsonObject
        {
            ["trigger"] = "axis",
            ["confine"] = true,
            ["borderColor"] = "--line",
            ["textStyle"] = new JsonObject { ["color"] = "--ink", ["fontSize"] = 13 },
            ["axisPointer"] = new JsonObject { ["type"] = "shadow" },
        },
        ["xAxis"] = new JsonObject
        {
            ["type"] = "category",
            ["data"] = new JsonArray([.. periods.Select(period => JsonValue.Create(period))]),
            ["axisTick"] = new JsonObject { ["show"] = false },
            ["axisLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = "--control-line" } },
            ["axisLabel"] = Label(),
        },
        ["yAxis"] = new JsonObject
        {
            ["type"] = "value",
            ["name"] = unit,
            ["nameTextStyle"] = new JsonObject { ["color"] = "--ink-second", ["fontSize"] = 12, ["align"] = "left" },
            ["nameGap"] = 12,
            ["axisLabel"] = Label(),
            ["splitLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = "--line" } },
        },
        ["series"] = new JsonArray([.. series.Select((one, index) => Bars(one, index, index == 0 ? lines : []))]),
    };

    private static JsonObject Bars(YearSeries series, int index, List<(string Name, decimal Amount)> lines)
    {
        var bars = new JsonObject
        {
            ["type"] = "bar",
            ["name"] = series.Name,
            ["data"] = new JsonArray([.. series.Amounts.Select(amount => amount is { } known ? new JsonObject { ["value"] = known } : (JsonNode)"-")]),
            ["barMaxWidth"] = 28,
            ["itemStyle"] = new JsonObject { ["color"] = Colours[index % Colours.Length] },
        };
        if (lines.Count > 0)
        {
            bars["markLine"] = new JsonObject
            {
                ["symbol"] = "none",
                ["silent"] = true,
                ["lineStyle"] = new JsonObject { ["color"] = "--ink", ["type"] = "dashed" },
                ["data"] = new JsonArray([.. lines.Select(line => new JsonObject { ["yAxis"] = line.Amount, ["label"] = new JsonObject { ["formatter"] = line.Name, ["position"] = "insideStartTop", ["color"] = "--ink" } })]),
            };
        }

        return bars;
    }

    private static JsonObject Label() => new() { ["color"] = "--ink-second", ["fontSize"] = 12 };
}
