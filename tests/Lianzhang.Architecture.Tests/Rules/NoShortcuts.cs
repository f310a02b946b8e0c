using Lianzhang.Architecture.Tests.Trees;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>Code has no regions, suppressed warnings, notes of unfinished work or tests that do not run.</summary>
public sealed class NoShortcuts : IRule
{
    private static readonly string Unfinished = string.Concat("TO", "DO");

    private static readonly PerFile<Violation> Found = new(file => [.. Directives(file), .. Comments(file), .. Tests(file)]);

    public IEnumerable<Violation> Check(SourceTree tree) =>
        Subjects.Check(tree.Code.Where(file => !file.IsGenerated), "C# file", file => Found[file]);

    private static IEnumerable<Violation> Directives(SourceFile file) => file.Root.DescendantTrivia()
        .Where(trivia => trivia.IsDirective)
        .Select(trivia => (DirectiveTriviaSyntax)trivia.GetStructure()!)
        .Where(directive => directive is RegionDirectiveTriviaSyntax
            || (directive is PragmaWarningDirectiveTriviaSyntax pragma && pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)))
        .Select(directive => file.At(directive, $"no {directive.ToString().Trim()}"));

    private static IEnumerable<Violation> Comments(SourceFile file) => file.Root.DescendantTrivia()
        .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
        .Where(comment => comment.ToString().Contains(Unfinished, StringComparison.Ordinal))
        .Select(comment => file.At(comment.GetLocation(), $"no {Unfinished}: finish it, or write it where work is planned"));

    // Skip, SkipWhen and Explicit on a test, or Assert.Skip inside one.
    private static IEnumerable<Violation> Tests(SourceFile file) => file.Root.DescendantNodes()
        .Where(node => node switch
        {
            AttributeArgumentSyntax { NameEquals.Name.Identifier.Text: var name } => name is "Skip" or "SkipWhen" or "SkipUnless" or "Explicit",
            MemberAccessExpressionSyntax { Expression: var target, Name.Identifier.Text: var name } =>
                name.StartsWith("Skip", StringComparison.Ordinal) && target is IdentifierNameSyntax { Identifier.Text: "Assert" },
            _ => false,
        })
        .Select(node => file.At(node, $"no skipped test: {node}"));
}
