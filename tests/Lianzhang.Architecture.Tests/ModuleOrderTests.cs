using Lianzhang.Architecture.Tests.Rules;
using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests;

public sealed class ModuleOrderTests : RuleTests<ModuleOrder>
{
    private const string Planted = "src/Lianzhang.Core/Values/Planted.cs";
    private const string Platform = "src/Lianzhang.Platform";

    private static SourceTree WithBoard => Tree.With(
        "src/Lianzhang.Core/Boards/PlantedBoard.cs",
        "namespace Lianzhang.Core.Boards; public sealed class PlantedBoard { public static PlantedBoard One => new(); public int Size; }");

    // Platform may not exist yet; the rule must hold for it from its first file.
    private static SourceTree WithPlatform => Tree
        .With($"{Platform}/Lianzhang.Platform.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />")
        .With($"{Platform}/Chains/PlantedChain.cs", "namespace Lianzhang.Platform.Chains; public sealed class PlantedChain;")
        .With($"{Platform}/PlantedModules.cs", "namespace Lianzhang.Platform; public sealed class PlantedModules { Chains.PlantedChain? chain; }");

    [Theory]
    [InlineData("using Lianzhang.Core.Boards;\nnamespace Lianzhang.Core.Values;", 1)]
    [InlineData("namespace Lianzhang.Core.Values;\nclass A { Boards.PlantedBoard? board; }", 2)]
    [InlineData("namespace Lianzhang.Core.Values;\nclass A { object M() => global::Lianzhang.Core.Boards.PlantedBoard.One; }", 2)]
    [InlineData("using B = Lianzhang.Core.Boards.PlantedBoard;\nnamespace Lianzhang.Core.Values;\nclass A { B? board; }", 3)]
    [InlineData("namespace Lianzhang.Core.Values;\nclass A { string M() => nameof(Boards.PlantedBoard); }", 2)]
    public void A_reference_to_a_later_module_is_caught(string text, int line) =>
        Catches(WithBoard.With(Planted, text), Planted, line, "Values refers to Lianzhang.Core.Boards");

    [Fact]
    public void An_inferred_reference_to_a_later_module_is_caught()
    {
        var tree = WithBoard.With("src/Lianzhang.Core/Facts/Planted.cs", "namespace Lianzhang.Core.Facts; public static class Planted { public static Boards.PlantedBoard Make() => Boards.PlantedBoard.One; }");
        Catches(tree.With(Planted, "namespace Lianzhang.Core.Values;\nclass A { int M() => Facts.Planted\n.Make()\n.Size; }"), Planted, 4, "Lianzhang.Core.Boards.PlantedBoard.Size");
    }

    [Fact]
    public void A_reference_to_an_earlier_module_is_allowed() =>
        Allows("src/Lianzhang.Core/Boards/Planted.cs", "using Lianzhang.Core.Values; namespace Lianzhang.Core.Boards; class A { Period period; Values.Unit? unit; }");

    [Fact]
    public void A_folder_that_is_not_in_the_list_is_caught() =>
        Catches("src/Lianzhang.Core/Misc/Planted.cs", "namespace Lianzhang.Core.Misc; class A;", 1, "the folder Misc is not in the module order");

    [Fact]
    public void A_module_of_Platform_that_refers_to_a_later_one_is_caught() =>
        Catches(WithPlatform.With($"{Platform}/Identity/Planted.cs", "namespace Lianzhang.Platform.Identity;\nclass A { Chains.PlantedChain? chain; }"), $"{Platform}/Identity/Planted.cs", 2, "Identity refers to");

    [Fact]
    public void A_module_of_Platform_that_refers_to_one_beside_it_is_caught() =>
        Catches(WithPlatform.With($"{Platform}/Parks/Planted.cs", "namespace Lianzhang.Platform.Parks;\nclass A { Chains.PlantedChain? chain; }"), $"{Platform}/Parks/Planted.cs", 2, "Parks refers to");

    [Fact]
    public void A_module_that_refers_to_what_stands_outside_the_modules_is_caught() =>
        Catches(WithPlatform.With($"{Platform}/Chains/Planted.cs", "namespace Lianzhang.Platform.Chains;\nclass A { PlantedModules? all; }"), $"{Platform}/Chains/Planted.cs", 2, "Chains refers to Lianzhang.Platform.PlantedModules");

    [Fact]
    public void A_folder_of_Platform_that_is_not_in_the_list_is_caught() =>
        Catches(WithPlatform.With($"{Platform}/Misc/Planted.cs", "class A;"), $"{Platform}/Misc/Planted.cs", 1, "the folder Misc");

    [Fact]
    public void What_stands_outside_the_modules_may_refer_to_them_all()
    {
        Allows(WithPlatform, $"{Platform}/PlantedModules.cs");
        Allows(WithPlatform.With($"{Platform}/Supervision/Planted.cs", "namespace Lianzhang.Platform.Supervision; class A { Chains.PlantedChain? chain; }"), $"{Platform}/Supervision/Planted.cs");
    }
}
