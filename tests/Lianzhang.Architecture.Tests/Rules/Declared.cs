using Lianzhang.Architecture.Tests.Trees;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lianzhang.Architecture.Tests.Rules;

internal static class Declared
{
    /// <summary>The names of the types and delegates that a file declares, nested ones too.</summary>
    public static PerFile<SyntaxToken> Types { get; } = new(file => file.Root.DescendantNodes().Select(NameOf).OfType<SyntaxToken>());

    /// <summary>The name of a type declaration; null for another node.</summary>
    public static SyntaxToken? NameOf(SyntaxNode node) => node switch
    {
        ExtensionBlockDeclarationSyntax => null,
        BaseTypeDeclarationSyntax type => type.Identifier,
        DelegateDeclarationSyntax type => type.Identifier,
        _ => null,
    };
}
