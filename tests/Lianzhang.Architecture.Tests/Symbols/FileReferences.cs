using Lianzhang.Architecture.Tests.Trees;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lianzhang.Architecture.Tests.Symbols;

/// <summary>Everything that one file refers to, and how many of its names have no meaning.</summary>
public sealed class FileReferences
{
    // Symbols write themselves out slowly, and a file names few namespaces many times.
    private readonly Dictionary<INamespaceSymbol, string> spaces = new(SymbolEqualityComparer.Default);
    private readonly List<Reference> found = [];
    private readonly SourceFile file;
    private readonly SemanticModel model;

    public FileReferences(SourceFile file, Compilation compilation)
    {
        this.file = file;
        model = compilation.GetSemanticModel(file.Syntax);
        foreach (var node in file.Root.DescendantNodes())
        {
            // A constructor is found at the creation, since the type's name gives the type alone; new() has no name at all.
            if (node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax)
                Add(node);
        }
    }

    public IReadOnlyList<Reference> Found => found;

    public int Names { get; private set; }

    public int Unresolved { get; private set; }

    private void Add(SyntaxNode node)
    {
        var info = model.GetSymbolInfo(node);

        // What is named but may not be used, such as an internal type of another project, is a reference all the same.
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        Names++;
        if (symbol is not null and not IErrorTypeSymbol)
        {
            foreach (var reference in Describe(symbol, LineOf(node)))
                found.Add(reference);
        }
        else if (node is SimpleNameSyntax && !HasNoMeaning(node))
        {
            Unresolved++;
            found.Add(new Reference(file, LineOf(node), string.Empty, WholeName(node)));
        }
    }

    private IEnumerable<Reference> Describe(ISymbol symbol, int line) => symbol switch
    {
        INamespaceSymbol space => [new Reference(file, line, string.Empty, Name(space))],
        ITypeSymbol type => NamedTypes(type).Select(named => Of(named, string.Empty, line)),
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var owner } method =>
            [Of(owner, $"{method.Name}({string.Join(", ", method.Parameters.Select(parameter => parameter.Type.Name))})", line)],
        IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol when symbol.ContainingType is { } owner => [Of(owner, symbol.Name, line)],
        _ => [],
    };

    private Reference Of(INamedTypeSymbol type, string member, int line)
    {
        var name = type.Name;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = $"{outer.Name}.{name}";
        return new Reference(file, line, type.ContainingAssembly?.Name ?? string.Empty, type.ContainingNamespace is { } space ? Name(space) : string.Empty, name, member);
    }

    private string Name(INamespaceSymbol space)
    {
        if (!spaces.TryGetValue(space, out var name))
            spaces.Add(space, name = space.ToDisplayString());
        return name;
    }

    // An inferred type may name others inside: var boards = new List<Board>().
    private static IEnumerable<INamedTypeSymbol> NamedTypes(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => NamedTypes(array.ElementType),
        INamedTypeSymbol named => [named, .. named.TypeArguments.SelectMany(NamedTypes)],
        _ => [],
    };

    // nameof, the new name in a using alias and the members of an anonymous object are names for nothing that exists elsewhere.
    private static bool HasNoMeaning(SyntaxNode node) =>
        node.Parent is NameEqualsSyntax || node is IdentifierNameSyntax { Identifier.Text: "nameof" or "_" };

    private static string WholeName(SyntaxNode node)
    {
        while (node.Parent is QualifiedNameSyntax or MemberAccessExpressionSyntax)
            node = node.Parent;
        return node.ToString();
    }

    private int LineOf(SyntaxNode node) => file.Syntax.GetLineSpan(node.Span).StartLinePosition.Line + 1;
}
