using Lianzhang.Architecture.Tests.Rules;

namespace Lianzhang.Architecture.Tests;

public sealed class CentralVersionsTests : RuleTests<CentralVersions>
{
    private const string Core = "src/Lianzhang.Core/Lianzhang.Core.csproj";

    [Theory]
    [InlineData("<PackageReference Include=\"YamlDotNet\" Version=\"18.1.0\" />")]
    [InlineData("<PackageReference Include=\"YamlDotNet\" VersionOverride=\"18.1.0\" />")]
    [InlineData("<PackageReference Include=\"YamlDotNet\"><Version>18.1.0</Version></PackageReference>")]
    public void A_version_in_a_project_is_caught(string package)
    {
        Catches(Core, $"<Project><ItemGroup>\n{package}</ItemGroup></Project>", 2, "the version of YamlDotNet");
        Catches("tests/Directory.Build.props", $"<Project><ItemGroup>\n{package}</ItemGroup></Project>", 2, "the version of YamlDotNet");
    }

    [Fact]
    public void A_project_without_a_lock_file_is_caught() =>
        Catches(Tree.Without("src/Lianzhang.Core/packages.lock.json"), Core, 1, "no packages.lock.json");

    [Theory]
    [InlineData("src/Lianzhang.Planted/Lianzhang.Planted.csproj")]
    [InlineData("bench/Lianzhang.Planted/Lianzhang.Planted.csproj")]
    public void A_project_that_the_solution_does_not_hold_is_caught(string path) => Catches(path, "<Project />", 1, "is not in Lianzhang.slnx");

    [Fact]
    public void A_project_that_only_the_solution_holds_is_caught() =>
        Catches("Lianzhang.slnx", "<Solution>\n<Project Path=\"src/Gone/Gone.csproj\" /></Solution>", 2, "there is no src/Gone/Gone.csproj");
}
