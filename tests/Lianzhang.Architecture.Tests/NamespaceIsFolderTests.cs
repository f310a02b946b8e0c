using Lianzhang.Architecture.Tests.Rules;

namespace Lianzhang.Architecture.Tests;

public sealed class NamespaceIsFolderTests : RuleTests<NamespaceIsFolder>
{
    [Theory]
    [InlineData("src/Lianzhang.Core/Values/Planted.cs", "Lianzhang.Core")]
    [InlineData("src/Lianzhang.Core/Values/Planted.cs", "Lianzhang.Core.Facts")]
    [InlineData("src/Lianzhang.Core/Formulas/Functions/Planted.cs", "Lianzhang.Core.Formulas")]
    [InlineData("src/Lianzhang/Commands/Planted.cs", "lianzhang.Commands")]
    [InlineData("tests/Lianzhang.Core.Tests/Values/Planted.cs", "Lianzhang.Core.Values")]
    public void A_namespace_that_is_not_the_folder_is_caught(string path, string space) =>
        Catches(path, $"\nnamespace {space};", 2, $"the namespace is {space}");

    [Fact]
    public void A_type_in_no_namespace_is_caught() => Catches("src/Lianzhang/Planted.cs", "class A;", 1, "lies in no namespace");

    [Fact]
    public void A_file_in_no_project_is_caught() => Catches("tools/Planted.cs", "class A;", 1, "belongs to no project");

    [Theory]
    [InlineData("src/Lianzhang/Commands/Planted.cs", "namespace Lianzhang.Commands; class Planted;")]
    [InlineData("tests/Lianzhang.Core.Tests/Values/Planted.cs", "namespace Lianzhang.Core.Tests.Values { class Planted; }")]
    [InlineData("src/Lianzhang/GlobalUsings.cs", "global using System.Text;")]
    [InlineData("src/Lianzhang/Program.cs", "return 0; public partial class Program;")]
    public void A_namespace_that_is_the_folder_is_allowed(string path, string text) => Allows(path, text);
}
