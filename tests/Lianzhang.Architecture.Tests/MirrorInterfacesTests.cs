using Lianzhang.Architecture.Tests.Rules;

namespace Lianzhang.Architecture.Tests;

public sealed class MirrorInterfacesTests : RuleTests<MirrorInterfaces>
{
    private const string Planted = "src/Lianzhang/IPlanted.cs";
    private const string Class = "tests/Lianzhang.Tests/Planted.cs";

    [Theory]
    [InlineData("interface IPlanted;", "class Planted : IPlanted;")]
    [InlineData("interface IPlanted<T>;", "record Planted(int A) : Base(A), Lianzhang.IPlanted<string>;")]
    [InlineData("interface IPlanted; interface IWider : IPlanted;", "struct Planted : global::Lianzhang.IPlanted;")]
    public void An_interface_with_the_class_of_its_name_alone_is_caught(string contract, string implementation) =>
        Catches(Tree.With(Class, implementation).With(Planted, contract), Planted, 1, "implemented by Planted alone");

    [Fact]
    public void An_interface_with_two_implementations_is_allowed() =>
        Allows(Tree.With(Class, "class Planted : IPlanted; class Other : IPlanted;").With(Planted, "interface IPlanted;"), Planted);

    [Fact]
    public void An_interface_with_one_implementation_of_another_name_is_allowed() =>
        Allows(Tree.With(Class, "class Other : IPlanted; class Planted : List<IPlanted>;").With(Planted, "interface IPlanted;"), Planted);
}
