using Lianzhang.Architecture.Tests.Trees;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>No interface has the class of the same name as its only implementation.</summary>
public sealed class MirrorInterfaces : IRule
{
    private static readonly PerFile<(SourceFile File, TypeDeclarationSyntax Type)> Types =
        new(file => file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>().Select(type => (file, type)));

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var types = tree.Code.SelectMany(file => Types[file]).ToList();
        var implementations = types
            .Where(type => type.Type is not InterfaceDeclarationSyntax)
            .SelectMany(type => BasesOf(type.Type).Select(name => (Base: name, Type: type.Type.Identifier.Text)))
            .Distinct()
            .ToLookup(pair => pair.Base, pair => pair.Type);
        return Subjects.Check(types, "type", subject =>
            subject.Type is InterfaceDeclarationSyntax { Identifier: var name }
            && implementations[name.Text].ToList() is [var only]
            && name.Text == "I" + only
                ? [subject.File.At(name, $"{name.Text} is implemented by {only} alone; use the class")]
                : []);
    }

    private static IEnumerable<string> BasesOf(TypeDeclarationSyntax type) =>
        type.BaseList?.Types.Select(entry => entry.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .Last(name => name.Parent is not TypeArgumentListSyntax).Identifier.Text) ?? [];
}
