using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lianzhang.Core.Reporting;

namespace Lianzhang.Platform.Reporting;

/// <summary>How contents of reports are kept.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static ReportContent ReadContent(string json) => json.Length == 0 ? ReportContent.Empty : JsonSerializer.Deserialize<ReportContent>(json, Options)!;

    public static IReadOnlyList<Finding> ReadFindings(string json) => JsonSerializer.Deserialize<IReadOnlyList<Finding>>(json, Options)!;

    public static IReadOnlyList<DeliveryFault> ReadFaults(string json) => JsonSerializer.Deserialize<IReadOnlyList<DeliveryFault>>(json, Options)!;

    public static IReadOnlyDictionary<string, string> ReadReasons(string? json) =>
        json is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json, Options)!;
}
