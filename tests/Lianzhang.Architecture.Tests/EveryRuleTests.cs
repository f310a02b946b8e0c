using Lianzhang.Architecture.Tests.Rules;
using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests;

public sealed class EveryRuleTests
{
    private static readonly Type[] Types = typeof(IRule).Assembly.GetTypes();

    [Fact]
    public void Every_rule_has_tests_that_plant_violations()
    {
        var rules = Types.Where(type => type.IsClass && type.IsAssignableTo(typeof(IRule))).ToList();
        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.Contains(
            Types,
            type => type.BaseType == typeof(RuleTests<>).MakeGenericType(rule)
                && type.GetMethods().Any(method => method.DeclaringType == type && method.Name.EndsWith("_is_caught", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_tree_holds_sources_and_no_build_output()
    {
        Assert.NotNull(Repository.Tree.Find("Lianzhang.slnx"));
        Assert.NotNull(Repository.Tree.Find("src/Lianzhang/Program.cs"));
        Assert.DoesNotContain(Repository.Tree.Files, file => file.Path.Contains("/obj/") || file.Path.StartsWith("artifacts/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("!kept")]
    [InlineData("some/folder")]
    [InlineData("a*b/")]
    public void A_gitignore_pattern_that_cannot_be_read_is_refused(string pattern) =>
        Assert.Throws<NotSupportedException>(() => new IgnoredFiles([pattern]));

    [Fact]
    public void Gitignore_patterns_leave_out_folders_at_the_root_folders_anywhere_and_extensions()
    {
        var ignored = new IgnoredFiles(["# comment", "/data/", "node_modules/", "*.user"]);
        Assert.True(ignored.HasFolder("data"));
        Assert.False(ignored.HasFolder("tests/data"));
        Assert.True(ignored.HasFolder("src/Web/node_modules"));
        Assert.True(ignored.HasFile("Some.user"));
        Assert.False(ignored.HasFile("user.cs"));
    }
}
