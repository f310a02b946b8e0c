using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Tests.Programmes;

/// <summary>What docs/programme.md shows and lists is what the reader takes.</summary>
public sealed class ProgrammeDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs/programme.md"));

    [Fact]
    public void Its_examples_stand_in_the_bundled_programme()
    {
        var blocks = Document.Split("```yaml\n").Skip(1).Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)]).ToList();
        Assert.NotEmpty(blocks);
        var files = string.Concat(Repository.Files("programmes/heze").Select(file => file.Text));
        Assert.All(blocks, block => Assert.Contains(string.Join('\n', block.TrimEnd().Split('\n').Skip(1)), files, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_names_every_key_of_every_file(string file)
    {
        var section = Document.Split("\n## ").Single(part => part.StartsWith(file, StringComparison.Ordinal));
        foreach (var key in Keys(ProgrammeSchema.Of(file)).Where(key => !key.EndsWith("_en", StringComparison.Ordinal)))
            Assert.Contains($"`{key}", section, StringComparison.Ordinal);
    }

    public static TheoryData<string> Files() => [.. ProgrammeSchema.Files];

    private static IEnumerable<string> Keys(System.Text.Json.Nodes.JsonNode? schema)
    {
        if (schema is null)
            return [];
        var own = schema["properties"]?.AsObject() is { } properties ? properties.SelectMany(property => Keys(property.Value).Prepend(property.Key)) : [];
        return own.Concat(schema["items"] is { } items ? Keys(items) : []);
    }
}
