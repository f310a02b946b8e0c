using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests;

public sealed class SymbolIndexTests
{
    public static TheoryData<string> SourceProjects =>
        [.. Repository.Tree.Projects.Where(project => project.File.IsUnder("src")).Select(project => project.Name)];

    // Were an assembly or a global using missing, whole files would lose their meaning and the rules would see nothing in them.
    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void Names_in_sources_have_a_meaning(string name)
    {
        var project = Repository.Tree.Projects.Single(project => project.Name == name);
        var (unresolved, names) = Repository.Tree.Symbols.Clarity(project);
        var meaningless = Repository.Tree.CodeOf(project).SelectMany(Repository.Tree.Symbols.In).Where(reference => reference.Type.Length == 0 && reference.Assembly.Length == 0);
        Assert.True(unresolved * 100 <= names, $"{unresolved} of {names} names do not resolve, among {string.Join(", ", meaningless.Select(reference => $"{reference.File.Path}:{reference.Line} {reference}").Take(20))}");
    }

    [Fact]
    public void A_known_reference_is_seen()
    {
        var file = Repository.Tree.Find("src/Lianzhang.Core/Values/Quantity.cs");
        Assert.NotNull(file);
        Assert.Contains(Repository.Tree.Symbols.In(file), reference => reference.ToString() == "Lianzhang.Core.Values.Unit.ToBase");
        Assert.Contains(Repository.Tree.Symbols.In(file), reference => reference.ToString() == "System.Globalization.CultureInfo.InvariantCulture");
    }

    [Theory]
    [InlineData("class A { global::System.IO.File? f; }", "System.IO.File")]
    [InlineData("using static System.Console; class A { void M() => WriteLine(); }", "System.Console.WriteLine")]
    [InlineData("using Clock = System.DateTime; class A { object M() => Clock.Now; }", "System.DateTime.Now")]
    [InlineData("class A { System.Random M() => new(1); }", "System.Random..ctor")]
    [InlineData("class A { void M() { var all = System.Linq.Enumerable.ToList(new System.Text.Rune[1]); } }", "System.Text.Rune")]
    [InlineData("class A { void M(System.Text.StringBuilder b) { var text = b.AppendLine().Length; } }", "System.Text.StringBuilder.Length")]
    [InlineData("class A { void M() => new Lianzhang.Core.Values.Unit(); }", "Lianzhang.Core.Values.Unit")]
    [InlineData("class A { Absent.Space.Type? f; }", "Absent.Space.Type")]
    public void A_reference_is_seen_however_it_is_written(string text, string reference)
    {
        var tree = Repository.Tree.With("src/Lianzhang/Planted.cs", text);
        var planted = tree.Find("src/Lianzhang/Planted.cs")!;
        Assert.Contains(tree.Symbols.In(planted), found => found.ToString() == reference);
    }

    [Fact]
    public void An_internal_type_of_another_project_is_seen()
    {
        var tree = Repository.Tree
            .With("src/Lianzhang.Core/Values/Hidden.cs", "namespace Lianzhang.Core.Values; internal sealed class Hidden;")
            .With("src/Lianzhang/Planted.cs", "class A { Lianzhang.Core.Values.Hidden? f; }");
        Assert.Contains(tree.Symbols.In(tree.Find("src/Lianzhang/Planted.cs")!), found => found.ToString() == "Lianzhang.Core.Values.Hidden");
    }
}
