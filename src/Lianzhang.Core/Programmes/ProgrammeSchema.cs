using System.Text.Json.Nodes;
using Lianzhang.Core.Programmes.Yaml;

namespace Lianzhang.Core.Programmes;

/// <summary>The JSON Schemas of a programme's files, for editors.</summary>
public static class ProgrammeSchema
{
    /// <summary>The names of the files.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. FileNames.Shapes.Keys];

    /// <summary>The schema of one file.</summary>
    public static JsonObject Of(string file)
    {
        var schema = WriteSchema.Of(FileNames.Shapes[file]);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", file);
        return schema;
    }
}
