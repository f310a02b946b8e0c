using System.Text.Json.Nodes;

namespace Lianzhang.Core.Programmes.Yaml;

/// <summary>Writes the JSON Schema of a shape, with which editors complete and check the files as one types.</summary>
internal static class WriteSchema
{
    public static JsonObject Of(Type type) => Shape.Of(type) switch
    {
        ListShape list => new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) },
        ChoiceShape choice => new JsonObject { ["enum"] = new JsonArray([.. choice.Choices.Keys.Select(key => (JsonNode)key)]) },
        ScalarShape scalar => Scalar(scalar),
        RecordShape record => Record(record),
        VariantShape variant => new JsonObject { ["oneOf"] = new JsonArray([.. variant.Types.Select(each => (JsonNode)Variant(variant.ChosenBy, each.Key, each.Value))]) },
        var other => throw new InvalidOperationException($"no rule for {other}"),
    };

    private static JsonObject Variant(string key, string name, Type type)
    {
        var schema = Of(type);
        schema["properties"]![key] = new JsonObject { ["const"] = name };
        schema["required"]!.AsArray().Add(key);
        return schema;
    }

    private static JsonObject Scalar(ScalarShape shape)
    {
        // Codes of digits are often written without quotes, which YAML reads as numbers.
        var schema = new JsonObject { ["type"] = shape.JsonType == "string" ? new JsonArray("string", "integer") : shape.JsonType };
        if (shape.Pattern is not null)
            schema["pattern"] = shape.Pattern;
        return schema;
    }

    private static JsonObject Record(RecordShape shape)
    {
        var properties = new JsonObject();
        foreach (var field in shape.Fields)
        {
            var schema = Of(field.Type);
            if (field.Description is not null)
                schema["description"] = field.Description;
            properties[field.Key] = schema;
            if (field.IsText)
                properties[field.EnglishKey] = new JsonObject { ["type"] = "string", ["description"] = "The same in English." };
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. shape.Fields.Where(field => field.Required).Select(field => (JsonNode)field.Key)]),
            ["additionalProperties"] = false,
        };
    }
}
