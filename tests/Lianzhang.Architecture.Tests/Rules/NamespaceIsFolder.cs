using Lianzhang.Architecture.Tests.Trees;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>A file's namespace is its project's root namespace with the file's folders.</summary>
public sealed class NamespaceIsFolder : IRule
{
    public IEnumerable<Violation> Check(SourceTree tree) => Subjects.Check(tree.Code, "C# file", file => CheckFile(tree, file));

    private static IEnumerable<Violation> CheckFile(SourceTree tree, SourceFile file)
    {
        if (tree.ProjectOf(file) is not { } project)
            return [file.At(1, "belongs to no project")];

        var folders = file.Folder[project.Folder.Length..].Replace('/', '.');
        var expected = project.RootNamespace + folders;
        var spaces = file.Root.ChildNodes().OfType<BaseNamespaceDeclarationSyntax>()
            .Where(space => space.Name.ToString() != expected)
            .Select(space => file.At(space, $"the namespace is {space.Name}, the folder says {expected}"));

        // Top-level statements and the class that they make have no namespace.
        var outside = file.Name == "Program.cs" ? [] : file.Root.ChildNodes()
            .Where(node => Declared.NameOf(node) is not null)
            .Select(node => file.At(node, $"{Declared.NameOf(node)} lies in no namespace, the folder says {expected}"));
        return spaces.Concat(outside);
    }
}
