using Lianzhang.Architecture.Tests.Rules;
using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests;

/// <summary>
/// What is true of every rule: the repository keeps it, and it does not pass for want of anything to look at.
/// The tests of each rule add what it catches, planted in the repository's own tree.
/// </summary>
public abstract class RuleTests<TRule>
    where TRule : IRule, new()
{
    protected static SourceTree Tree => Repository.Tree;

    [Fact]
    public void The_repository_keeps_the_rule()
    {
        // Every violation is printed in full; a collection assertion would cut the list short.
        var violations = new TRule().Check(Tree).ToList();
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Fact]
    public void A_tree_without_subjects_does_not_pass() => Assert.NotEmpty(new TRule().Check(new SourceTree([])));

    /// <summary>The rule must find fault with this line, and say this of it.</summary>
    protected static void Catches(SourceTree tree, string path, int line, string message) =>
        Assert.Contains(new TRule().Check(tree), found => found.Path == path && found.Line == line && found.Message.Contains(message, StringComparison.Ordinal));

    protected static void Catches(string path, string text, int line, string message) => Catches(Tree.With(path, text), path, line, message);

    protected static void Allows(SourceTree tree, string path) => Assert.DoesNotContain(new TRule().Check(tree), found => found.Path == path);

    protected static void Allows(string path, string text) => Allows(Tree.With(path, text), path);
}
