using Lianzhang.Architecture.Tests.Rules;

namespace Lianzhang.Architecture.Tests;

public sealed class TestsMirrorSourcesTests : RuleTests<TestsMirrorSources>
{
    private const string Test = "class Planted { [Fact] public void M() { } }";

    [Theory]
    [InlineData("tests/Lianzhang.Core.Tests/Elsewhere/Planted.cs")]
    [InlineData("tests/Lianzhang.Core.Tests/Values/Deeper/Planted.cs")]
    [InlineData("tests/Lianzhang.Core.Tests/Data/Planted.cs")]
    [InlineData("tests/Lianzhang.Architecture.Tests/Rules/Planted.cs")]
    public void A_folder_with_tests_of_nothing_is_caught(string path) => Catches(path, Test, 1, "holds tests, but there is no src/");

    [Theory]
    [InlineData("tests/Lianzhang.Core.Tests/Planted.cs", Test)]
    [InlineData("tests/Lianzhang.Core.Tests/Values/Planted.cs", Test)]
    [InlineData("tests/Lianzhang.Core.Tests/Elsewhere/Planted.cs", "class Planted;")]
    public void A_folder_that_mirrors_a_source_or_holds_no_test_is_allowed(string path, string text) => Allows(path, text);
}
