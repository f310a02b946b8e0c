using System.Globalization;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Programmes.Yaml;
using Lianzhang.Core.Scoring;

namespace Lianzhang.Core.Tests.Scoring;

/// <summary>docs/scoring.md names every method with every parameter, and every key of a specification.</summary>
public sealed class ScoringDocumentationTests
{
    // Told once for all methods that have them.
    private static readonly string[] Shared = ["step", "columns", "levels", "parents"];

    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "docs/scoring.md"));

    public static TheoryData<string> Methods => [.. StepMethods.Names];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_method_is_there_with_its_parameters(string method)
    {
        var start = Text.IndexOf($"\n- `{method}`", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/scoring.md says nothing of {method}");
        var end = Text.IndexOf("\n\n", start, StringComparison.Ordinal);
        var next = Text.IndexOf("\n- `", start + 1, StringComparison.Ordinal);
        var told = Text[start..Math.Min(end, next < 0 ? end : next)];
        foreach (var field in Fields(method).Where(field => !Shared.Contains(field.Key)))
            Assert.True(told.Contains($"`{field.Key}`", StringComparison.Ordinal) || told.Contains($"`{field.Key}: {Default(field)}`", StringComparison.Ordinal), $"{method} says nothing of {field.Key}: {Default(field)}");
    }

    [Theory]
    [InlineData(typeof(ScoreSpec))]
    [InlineData(typeof(IndicatorSpec))]
    [InlineData(typeof(AggregateSpec))]
    [InlineData(typeof(Core.Scoring.Robust.RobustnessSpec))]
    public void Every_key_is_there(Type record) =>
        Assert.All(((RecordShape)Shape.Of(record)).Keys, key => Assert.Contains($"`{key}`", Text, StringComparison.Ordinal));

    [Fact]
    public void The_specifications_beside_it_are_sound() =>
        Assert.All(Directory.GetFiles(Path.Combine(Repository.Root, "docs/examples/scoring"), "*.yaml"), path =>
            Assert.Empty(ReadScoreSpec.Read(new SourceFile(Path.GetFileName(path), File.ReadAllText(path))).Faults));

    private static IReadOnlyList<FieldShape> Fields(string method) =>
        ((RecordShape)Shape.Of(((VariantShape)Shape.Of(typeof(ScoreStep))).Types[method])).Fields;

    private static string Default(FieldShape field) =>
        field.Default is Enum or bool ? Shape.Key(field.Default.ToString()!) : string.Create(CultureInfo.InvariantCulture, $"{field.Default}");
}
