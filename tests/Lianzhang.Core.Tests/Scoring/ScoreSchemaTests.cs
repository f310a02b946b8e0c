using Lianzhang.Core.Programmes.Yaml;
using Lianzhang.Core.Scoring;

namespace Lianzhang.Core.Tests.Scoring;

public sealed class ScoreSchemaTests
{
    [Fact]
    public void Every_method_has_words_in_both_languages() => Assert.All(StepMethods.Names.Append("data"), method => Assert.NotNull(MethodWords.Of(method).En));

    [Fact]
    public void A_step_is_one_of_the_methods_by_its_name()
    {
        var steps = WriteSchema.Of(typeof(ScoreSpec))["properties"]!["steps"]!["items"]!["oneOf"]!.AsArray();
        Assert.Equal(StepMethods.Names, steps.Select(step => step!["properties"]!["method"]!["const"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        var generalised = steps.Single(step => step!["properties"]!["method"]!["const"]!.GetValue<string>() == "generalised")!;
        Assert.Equal(["step", "exponent", "method"], generalised["required"]!.AsArray().Select(key => key!.GetValue<string>()));
        Assert.Equal("number", generalised["properties"]!["exponent"]!["type"]!.GetValue<string>());
    }
}
