using System.Text.Json;
using System.Text.RegularExpressions;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Web.Design;

namespace Lianzhang.Files;

/// <summary>Reads the operator's map, a GeoJSON file of one feature for each region.</summary>
internal static partial class ReadApprovedMap
{
    private const int MostBytes = 20_000_000;

    public static Outcome<ApprovedMap> Read(string path, string approval)
    {
        if (!ApprovalPattern().IsMatch(approval))
            return Refuse(new Location("--map-approval"), ($"“{approval}”不像审图号，应如 GS(2024)0650号 或 鲁SG(2024)012号", $"'{approval}' is no approval number; it reads like GS(2024)0650号 or 鲁SG(2024)012号"));
        var read = ReadTextFile.Read(path, MostBytes);
        return read.Succeeded(out var file) ? Parse(file, approval) : Outcome<ApprovedMap>.Failed(read.Faults);
    }

    private static Outcome<ApprovedMap> Parse(SourceFile file, string approval)
    {
        try
        {
            using var document = JsonDocument.Parse(file.Text);
            return Of(file.Path, document.RootElement, approval);
        }
        catch (JsonException broken)
        {
            return Refuse(new Location(file.Path, (int)(broken.LineNumber ?? -1) + 1), ("不是 JSON 文件，请从绘图软件导出为 GeoJSON", "is not JSON; export the map as GeoJSON"));
        }
    }

    private static Outcome<ApprovedMap> Of(string path, JsonElement root, string approval)
    {
        if (root.ValueKind != JsonValueKind.Object || TextOf(root, "type") != "FeatureCollection" || !root.TryGetProperty("features", out var list) || list.ValueKind != JsonValueKind.Array)
            return Refuse(new Location(path), ("不是 GeoJSON 要素集：最外层应为 FeatureCollection，含 features", "is no GeoJSON collection: the whole must be a FeatureCollection with features"));
        if (list.GetArrayLength() == 0)
            return Refuse(new Location(path), ("要素集是空的，没有任何地区", "the collection is empty and draws no region"));

        var faults = new List<Fault>();
        var features = new ReadMapFeatures(path, faults).Read(list);
        return faults.Count > 0
            ? Outcome<ApprovedMap>.Failed(faults)
            : Outcome<ApprovedMap>.Of(new ApprovedMap(path, approval, [.. features.Select(feature => feature.Feature)], WriteOutlines.Of(features), WriteOutlines.Stretch(features)));
    }

    internal static string? TextOf(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Outcome<ApprovedMap> Refuse(Location at, Text message) => Outcome<ApprovedMap>.Failed(new Fault(at, message));

    // Issuer, year in brackets, number: GS(2024)0650号, GS京(2022)1061号, 鲁SG(2024)012号.
    [GeneratedRegex(@"^\p{L}{1,8}[(（]\d{4}[)）]\d{1,6}号$", RegexOptions.None, 1000)]
    private static partial Regex ApprovalPattern();
}
