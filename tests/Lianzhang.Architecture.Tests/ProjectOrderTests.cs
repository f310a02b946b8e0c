using Lianzhang.Architecture.Tests.Rules;

namespace Lianzhang.Architecture.Tests;

public sealed class ProjectOrderTests : RuleTests<ProjectOrder>
{
    [Theory]
    [InlineData("Lianzhang.Core", "Lianzhang")]
    [InlineData("Lianzhang.Core", "Lianzhang.Platform")]
    [InlineData("Lianzhang.Platform", "Lianzhang.Storage")]
    [InlineData("Lianzhang.Platform", "Lianzhang.Web")]
    [InlineData("Lianzhang.Storage", "Lianzhang.Web")]
    [InlineData("Lianzhang.Web", "Lianzhang.Storage")]
    public void A_reference_against_the_order_is_caught(string from, string to) =>
        Catches(PathOf(from), Referencing($"{Climbing.Up}/{to}/{to}.csproj"), 2, $"{from} may not reference");

    [Fact]
    public void A_reference_to_a_test_project_is_caught() =>
        Catches(PathOf("Lianzhang"), Referencing($"{Climbing.Up}/{Climbing.Up}/tests/Lianzhang.Tests/Lianzhang.Tests.csproj"), 2, "Lianzhang may not reference");

    [Fact]
    public void A_project_that_is_not_in_the_list_is_caught() =>
        Catches(PathOf("Lianzhang.Common"), "<Project />", 1, "Lianzhang.Common is not in the order");

    [Theory]
    [InlineData("Lianzhang.Storage", "Lianzhang.Platform")]
    [InlineData("Lianzhang.Web", "Lianzhang.Core")]
    [InlineData("Lianzhang", "Lianzhang.Storage")]
    public void A_reference_along_the_order_is_allowed(string from, string to) =>
        Allows(PathOf(from), Referencing($"{Climbing.Up}/{to}/{to}.csproj"));

    private static string PathOf(string project) => $"src/{project}/{project}.csproj";

    private static string Referencing(string path) => $"<Project><ItemGroup>\n<ProjectReference Include=\"{path}\" /></ItemGroup></Project>";
}
