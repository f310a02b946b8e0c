using System.Text.Json;

namespace Lianzhang.Files;

/// <summary>Writes what browsers fetch of a map: outlines under the codes of their regions, and nothing else that a file may hold.</summary>
internal static class WriteOutlines
{
    public static ReadOnlyMemory<byte> Of(IReadOnlyList<Outline> outlines)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var outline in outlines)
                Write(json, outline);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>How wide a degree of longitude is beside one of latitude, at the middle of the map.</summary>
    public static double Stretch(IReadOnlyList<Outline> outlines)
    {
        var latitudes = outlines.SelectMany(outline => Points(outline.Geometry.GetProperty("coordinates"))).Select(point => point[1].GetDouble()).ToList();
        return Math.Max(0.1, Math.Cos((latitudes.Min() + latitudes.Max()) / 2 * Math.PI / 180));
    }

    // The chart library joins outlines and figures by the name.
    private static void Write(Utf8JsonWriter json, Outline outline)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("name", outline.Feature.Code);
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        outline.Geometry.WriteTo(json);
        json.WriteEndObject();
    }

    private static IEnumerable<JsonElement> Points(JsonElement coordinates) =>
        coordinates[0].ValueKind == JsonValueKind.Number ? [coordinates] : coordinates.EnumerateArray().SelectMany(Points);
}
