using System.Globalization;
using System.Text.Json;
using Lianzhang.Core.Values;
using Lianzhang.Web.Design;

namespace Lianzhang.Files;

/// <summary>A feature with the outline that it has in the file.</summary>
internal sealed record Outline(MapFeature Feature, JsonElement Geometry);

/// <summary>Reads the features of a map and tells of each what is wrong with it.</summary>
internal sealed class ReadMapFeatures(string path, List<Fault> faults)
{
    private static readonly string[] CodeKeys = ["adcode", "code"];

    public IReadOnlyList<Outline> Read(JsonElement features)
    {
        var read = new List<Outline>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, feature) in features.EnumerateArray().Index())
        {
            if (One(index + 1, feature) is not { } outline)
                continue;
            if (seen.Add(outline.Feature.Code))
                read.Add(outline);
            else
                Tell(index + 1, outline.Feature.Name, ($"代码 {outline.Feature.Code} 重复，一个地区只能有一个要素", $"the code {outline.Feature.Code} stands before already; a region has one feature"));
        }

        return read;
    }

    private Outline? One(int number, JsonElement feature)
    {
        if (feature.ValueKind != JsonValueKind.Object || ReadApprovedMap.TextOf(feature, "type") != "Feature")
            return Tell(number, null, ("不是 Feature", "is no Feature"));
        var properties = feature.TryGetProperty("properties", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        var name = properties.ValueKind == JsonValueKind.Object ? ReadApprovedMap.TextOf(properties, "name") : null;
        if (CodeOf(properties) is not { } code)
            return Tell(number, name, ("没有地区代码，请在属性 adcode 或 code 中写明", "has no region code; write it in the property adcode or code"));
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object || ReadApprovedMap.TextOf(geometry, "type") is not ("Polygon" or "MultiPolygon"))
            return Tell(number, name ?? code, ("不是面，geometry 应为 Polygon 或 MultiPolygon", "is no area; its geometry must be a Polygon or MultiPolygon"));
        if (!HasArea(geometry))
            return Tell(number, name ?? code, (
                "坐标有误：应为经纬度（度），每条边界至少四个点，首尾相接",
                "has wrong coordinates: they are degrees of longitude and latitude, and each outline has four points or more and ends where it begins"));
        return new Outline(new MapFeature(code, name ?? code), geometry.Clone());
    }

    // Map makers write the code as a number or as text.
    private static string? CodeOf(JsonElement properties) => properties.ValueKind != JsonValueKind.Object ? null : CodeKeys
        .Select(key => properties.TryGetProperty(key, out var value) ? value : default)
        .Select(value => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => string.Empty,
        })
        .FirstOrDefault(code => code.Length > 0);

    private static bool HasArea(JsonElement geometry)
    {
        if (!geometry.TryGetProperty("coordinates", out var coordinates))
            return false;
        return ReadApprovedMap.TextOf(geometry, "type") == "Polygon"
            ? IsPolygon(coordinates)
            : coordinates.ValueKind == JsonValueKind.Array && coordinates.GetArrayLength() > 0 && coordinates.EnumerateArray().All(IsPolygon);
    }

    private static bool IsPolygon(JsonElement rings) =>
        rings.ValueKind == JsonValueKind.Array && rings.GetArrayLength() > 0 && rings.EnumerateArray().All(IsRing);

    private static bool IsRing(JsonElement ring) =>
        ring.ValueKind == JsonValueKind.Array && ring.GetArrayLength() >= 4 && ring.EnumerateArray().All(IsPoint)
        && ring[0][0].GetDouble().Equals(ring[ring.GetArrayLength() - 1][0].GetDouble()) && ring[0][1].GetDouble().Equals(ring[ring.GetArrayLength() - 1][1].GetDouble());

    private static bool IsPoint(JsonElement point) =>
        point.ValueKind == JsonValueKind.Array && point.GetArrayLength() >= 2 && IsDegrees(point[0], 180) && IsDegrees(point[1], 90);

    private static bool IsDegrees(JsonElement value, double most) => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var degrees) && Math.Abs(degrees) <= most;

    private Outline? Tell(int number, string? name, Text message)
    {
        var (zh, en) = name is null ? (string.Empty, string.Empty) : ($"（{name}）", $" ({name})");
        faults.Add(new Fault(new Location(path), (
            string.Create(CultureInfo.InvariantCulture, $"第 {number} 个要素{zh}{message.Zh}"),
            string.Create(CultureInfo.InvariantCulture, $"feature {number}{en} {message.En}"))));
        return null;
    }
}
