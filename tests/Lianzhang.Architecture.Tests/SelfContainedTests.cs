using Lianzhang.Architecture.Tests.Rules;

namespace Lianzhang.Architecture.Tests;

public sealed class SelfContainedTests : RuleTests<SelfContained>
{
    // In pieces, so that the rule does not take the samples for the real thing.
    private const string Slash = "/";
    private const string Up = Climbing.Up;

    [Theory]
    [InlineData(Slash + "home/someone/data.csv")]
    [InlineData(Slash + "root/.nuget")]
    [InlineData(Slash + "work/data")]
    [InlineData(Slash + "tmp")]
    [InlineData(Slash + "tmp/lianzhang")]
    [InlineData(Slash + "Users/someone")]
    [InlineData("file://" + Slash + "home/someone")]
    [InlineData("C" + ":\\\\data")]
    public void A_place_on_a_machine_is_caught(string path)
    {
        Catches("tests/Lianzhang.Tests/Planted.cs", $"class A {{ string Path =>\n\"{path}\"; }}", 2, "is a place on a machine");
        Catches("tests/Lianzhang.Tests/Planted.cs", $"class A {{ string Path =>\n$\"{path}/{{1}}\"; }}", 2, "is a place on a machine");
        foreach (var file in (string[])["eng/planted", ".ci/planted", "eng/planted.sh", "docs/planted.md", "programmes/planted.yaml", "src/planted.json", "src/Planted.csproj"])
            Catches(Tree.With(file, $"<Project>\n<!-- {path} --></Project>"), file, 2, "is a place on a machine");
    }

    [Theory]
    [InlineData("docs/planted.md", Up + "/" + Up + "/other/README.md")]
    [InlineData("README.md", Up + "/other")]
    [InlineData("src/Lianzhang.Core/Planted.props", "Include=\"" + Up + "/" + Up + "/" + Up + "/x.csproj\"")]
    [InlineData("src/Lianzhang.Core/Planted.props", "$(MSBuildThisFileDirectory)" + Up + "\\" + Up + "\\" + Up + "\\x")]
    [InlineData("eng/planted", "cd \"$(dirname \"$0\")/" + Up + "/" + Up + "\"")]
    [InlineData("eng/planted", "cat eng/" + Up + "/" + Up + "/" + Up + "/x")]
    public void A_path_that_climbs_out_is_caught(string path, string text) =>
        Catches(Tree.With(path, $"\n{text}"), path, 2, "climbs out of the repository");

    [Theory]
    [InlineData("\"" + Up + "/" + Up + "/programmes\"")]
    [InlineData("@\"a\\" + Up + "\\b\"")]
    [InlineData("\"\"\"data/" + Up + "\"\"\"")]
    [InlineData("$\"{Folder}/" + Up + "/x\"")]
    [InlineData("Path.Combine(Folder, \"" + Up + "\", \"x\")")]
    public void A_string_that_climbs_is_caught(string expression) =>
        Catches("tests/Lianzhang.Tests/Planted.cs", $"class A {{ string Path =>\n{expression}; }}", 2, "climbs from a folder");

    [Theory]
    [InlineData("eng/planted", "cd \"$(dirname \"$0\")/" + Up + "\"")]
    [InlineData("docs/decisions/planted.md", "[tour](" + Up + "/tour.md), 1" + Up + "3 and so on...")]
    [InlineData("src/Lianzhang.Core/Planted.props", "Include=\"" + Up + "/" + Up + "/src/x.csproj\"")]
    [InlineData("docs/planted.md", "https://example.org/work/home/ and /healthz and ~/work/")]
    public void A_path_that_stays_inside_is_allowed(string path, string text) => Allows(path, text);

    [Theory]
    [InlineData("\"" + Up + "\"")]
    [InlineData("\"1" + Up + "3\"")]
    [InlineData("\"/api/v1/work/\"")]
    public void A_string_that_is_no_path_is_allowed(string expression) =>
        Allows("tests/Lianzhang.Tests/Planted.cs", $"class A {{ string Text => {expression}; }}");
}
