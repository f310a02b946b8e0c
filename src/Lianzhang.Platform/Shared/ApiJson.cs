using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Shared;

/// <summary>How results are written as JSON: camelCase, Chinese as it is, periods and units by their spelling, texts in one language.</summary>
public static class ApiJson
{
    private static readonly JsonSerializerOptions Chinese = Create(Language.Chinese);
    private static readonly JsonSerializerOptions English = Create(Language.English);

    public static JsonSerializerOptions For(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>Adds the spellings of the product's values to options.</summary>
    public static void Configure(JsonSerializerOptions options, Language language)
    {
        // The output goes to files and programs, never into a page, so that Chinese need not be escaped.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new Writer<Period>((json, period) => json.WriteStringValue(period.ToString())));
        options.Converters.Add(new Writer<Unit>((json, unit) => json.WriteStringValue(unit.Symbol)));
        options.Converters.Add(new Writer<decimal>((json, amount) => json.WriteRawValue(Quantity.Number(amount))));
        options.Converters.Add(new Writer<Text>((json, text) => json.WriteStringValue(text.In(language))));
    }

    private static JsonSerializerOptions Create(Language language)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options, language);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class Writer<T>(Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("results are written, never read");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
    }
}
