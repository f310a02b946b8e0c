using System.Text.Json.Nodes;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Web.Design;

/// <summary>The chart library's option for a map of regions; colours are names of style tokens.</summary>
internal static class AreaOption
{
    private const string MapName = "regions";

    public static string Json(ApprovedMap map, IReadOnlyList<AreaFigure> areas, Language language) =>
        new JsonObject
        {
            ["map"] = new JsonObject { ["name"] = MapName, ["address"] = map.Address },
            ["option"] = Option(map, areas, language),
        }.ToJsonString();

    private static JsonObject Option(ApprovedMap map, IReadOnlyList<AreaFigure> areas, Language language) => new()
    {
        ["tooltip"] = new JsonObject
        {
            ["trigger"] = "item",
            ["confine"] = true,
            ["borderColor"] = "--line",
            ["textStyle"] = new JsonObject { ["color"] = "--ink", ["fontSize"] = 13 },
        },
        ["series"] = new JsonArray(new JsonObject
        {
            ["type"] = "map",
            ["map"] = MapName,
            ["aspectScale"] = Math.Round(map.Stretch, 3),
            ["left"] = 2,
            ["right"] = 2,
            ["top"] = 2,
            ["bottom"] = 2,
            ["preserveAspect"] = "contain",
            ["selectedMode"] = false,
            ["itemStyle"] = new JsonObject { ["borderColor"] = "--ink-third", ["borderWidth"] = 1 },
            ["data"] = new JsonArray([.. areas.Select(area => Area(area, language))]),
        }),
    };

    // The shape stands in the label, since colour alone must not tell a light.
    private static JsonObject Area(AreaFigure area, Language language)
    {
        var (shape, ink, tint) = Look(area.Colour);
        var label = new JsonObject
        {
            ["show"] = true,
            ["formatter"] = $"{area.Short.In(language)}\n{shape} {area.Value ?? "—"}",
            ["color"] = ink,
            ["fontSize"] = 12,
            ["lineHeight"] = 16,
        };
        return new JsonObject
        {
            ["name"] = area.Code,
            ["title"] = $"{area.Name.In(language)} {area.Value ?? "—"}\n{area.Word.In(language)}",
            ["href"] = area.Href,
            ["label"] = label,
            ["itemStyle"] = new JsonObject { ["areaColor"] = tint },
            ["emphasis"] = new JsonObject
            {
                ["label"] = label.DeepClone(),
                ["itemStyle"] = new JsonObject { ["areaColor"] = tint, ["borderColor"] = ink, ["borderWidth"] = 2 },
            },
        };
    }

    private static (string Shape, string Ink, string Tint) Look(Colour colour) => colour switch
    {
        Colour.Green => ("●", "--good", "--good-tint"),
        Colour.Blue => ("◆", "--blue", "--blue-tint"),
        Colour.Yellow => ("▲", "--warn-word", "--warn-tint"),
        Colour.Orange => ("▲", "--orange", "--orange-tint"),
        Colour.Red => ("■", "--bad", "--bad-tint"),
        Colour.Grey => ("○", "--none-word", "--none-tint"),
    };
}
