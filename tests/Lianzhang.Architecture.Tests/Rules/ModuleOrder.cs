using Lianzhang.Architecture.Tests.Symbols;
using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>Inside Core and Platform a module refers only to modules before it, and every folder is a module of the list.</summary>
public sealed class ModuleOrder : IRule
{
    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var files = tree.Projects
            .Where(project => Order.Modules.ContainsKey(project.Name))
            .SelectMany(project => tree.CodeOf(project).Select(file => (Project: project, File: file)));
        return Subjects.Check(files, "C# file in a project with modules", subject => CheckFile(tree, subject.Project, subject.File));
    }

    private static IEnumerable<Violation> CheckFile(SourceTree tree, Project project, SourceFile file)
    {
        var order = Order.Modules[project.Name];
        var own = file.Folder == project.Folder ? string.Empty : file.Path[(project.Folder.Length + 1)..].Split('/')[0];
        var rank = RankOf(order, own);
        if (rank < 0)
            return [file.At(1, $"the folder {own} is not in the module order of {project.Name}")];

        return tree.Symbols.In(file)
            .Select(reference => (Reference: reference, Module: ModuleOf(project, reference)))
            .Where(to => to.Module is not null && to.Module != own && RankOf(order, to.Module) >= rank)
            .DistinctBy(to => to.Reference.Line)
            .Select(to => file.At(to.Reference.Line, $"{own} refers to {to.Reference}, which does not stand before it"));
    }

    // The project's own files see every module and are seen by none.
    private static int RankOf(string[][] order, string module) =>
        module.Length == 0 ? order.Length : Array.FindIndex(order, group => group.Contains(module));

    private static string? ModuleOf(Project project, Reference reference)
    {
        if (!reference.IsIn(project.RootNamespace))
            return null;
        if (reference.Namespace != project.RootNamespace)
            return reference.Namespace[(project.RootNamespace.Length + 1)..].Split('.')[0];
        return reference.Type.Length == 0 ? null : string.Empty;
    }
}
