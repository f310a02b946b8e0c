using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lianzhang.Core.Values;

namespace Lianzhang.Commands;

/// <summary>Prints results as JSON: camelCase, Chinese as it is, periods and units by their spelling, texts in one language.</summary>
internal static class WriteJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The output goes to files and programs, never into a page, so that Chinese need not be escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new Writer<Period>((json, period) => json.WriteStringValue(period.ToString())),
            new Writer<Unit>((json, unit) => json.WriteStringValue(unit.Symbol)),
            new Writer<decimal>((json, amount) => json.WriteRawValue(Quantity.Number(amount))),
        },
    };

    public static string Of<T>(T result, Language language)
    {
        var options = new JsonSerializerOptions(Options);
        options.Converters.Add(new Writer<Text>((json, text) => json.WriteStringValue(text.In(language))));
        return JsonSerializer.Serialize(result, options);
    }

    private sealed class Writer<T>(Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("results are written, never read");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
    }
}
