using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lianzhang.Core.Values;

namespace Lianzhang.Commands;

/// <summary>Prints results as JSON: camelCase, Chinese as it is, periods and units by their spelling, texts in one language.</summary>
internal static class WriteJson
{
    private static readonly JsonSerializerOptions Chinese = OptionsFor(Language.Chinese);
    private static readonly JsonSerializerOptions English = OptionsFor(Language.English);

    public static string Of<T>(T result, Language language) =>
        JsonSerializer.Serialize(result, (JsonTypeInfo<T>)(language == Language.Chinese ? Chinese : English).GetTypeInfo(typeof(T)));

    /// <summary>Prints what is JSON already.</summary>
    public static string Of(JsonNode node) => node.ToJsonString(Chinese);

    private static JsonSerializerOptions OptionsFor(Language language) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        TypeInfoResolver = ResultJson.Default,
        // The output goes to files and programs, never into a page, so that Chinese need not be escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new Writer<Period>((json, period) => json.WriteStringValue(period.ToString())),
            new Writer<Unit>((json, unit) => json.WriteStringValue(unit.Symbol)),
            new Writer<decimal>((json, amount) => json.WriteRawValue(Quantity.Number(amount))),
            new Writer<Text>((json, text) => json.WriteStringValue(text.In(language))),
        },
    };

    private sealed class Writer<T>(Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("results are written, never read");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
    }
}
