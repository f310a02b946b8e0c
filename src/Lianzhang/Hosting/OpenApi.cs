using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lianzhang.Hosting;

/// <summary>Describes the API as it answers: the product's values are written as text and numbers.</summary>
internal static class OpenApi
{
    private static readonly Dictionary<Type, JsonSchemaType> Spellings = new()
    {
        [typeof(Text)] = JsonSchemaType.String,
        [typeof(Period)] = JsonSchemaType.String,
        [typeof(Unit)] = JsonSchemaType.String,
        [typeof(decimal)] = JsonSchemaType.Number,
    };

    public static void Describe(OpenApiOptions options)
    {
        // What pages link and post to is no API.
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Lianzhang", Version = "v1", Description = "Where a government's targets stand, and what is not known." };
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (Spellings.TryGetValue(type, out var spelling))
            {
                schema.Type = type == context.JsonTypeInfo.Type ? spelling : spelling | JsonSchemaType.Null;
                schema.Properties?.Clear();
                schema.Required?.Clear();
                schema.Pattern = null;
                schema.Format = null;
            }

            // A cell is a number or a text, or an object where there is more to say; what flags it has, the form asks for nowhere.
            if (type == typeof(CellEntry))
            {
                schema.Type = JsonSchemaType.Number | JsonSchemaType.String | JsonSchemaType.Object;
                schema.Properties?.Remove("flags");
            }

            return Task.CompletedTask;
        });
    }
}
