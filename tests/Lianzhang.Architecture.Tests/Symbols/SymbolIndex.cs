using Lianzhang.Architecture.Tests.Trees;
using Microsoft.CodeAnalysis.CSharp;

namespace Lianzhang.Architecture.Tests.Symbols;

/// <summary>What every C# file of a tree refers to, by the compiler's own understanding.</summary>
public sealed class SymbolIndex
{
    private readonly Dictionary<SourceFile, FileReferences> byFile = [];
    private readonly Dictionary<Project, CSharpCompilation> compilations = [];
    private readonly SourceTree tree;

    /// <param name="tree">The tree to read.</param>
    /// <param name="before">
    /// The index of the tree that this one was planted in. Files that both hold are not read again, which keeps a plant
    /// cheap however large the repository grows; what a plant changes in the meaning of other files is not seen.
    /// </param>
    public SymbolIndex(SourceTree tree, SymbolIndex? before)
    {
        this.tree = tree;
        foreach (var project in tree.Projects)
        {
            var code = tree.CodeOf(project).ToList();
            foreach (var file in code.Where(file => before?.byFile.ContainsKey(file) == true))
                byFile.Add(file, before!.byFile[file]);
            var unread = code.Where(file => !byFile.ContainsKey(file)).ToList();
            if (unread.Count == 0)
                continue;
            var compilation = CompilationOf(project, []);
            foreach (var (file, references) in unread.AsParallel().Select(file => (file, new FileReferences(file, compilation))))
                byFile.Add(file, references);
        }
    }

    public IReadOnlyList<Reference> In(SourceFile file) => byFile.TryGetValue(file, out var references) ? references.Found : [];

    /// <summary>How many of the names in a project's code have no meaning, of how many.</summary>
    public (int Unresolved, int Names) Clarity(Project project)
    {
        var files = tree.CodeOf(project).Select(file => byFile[file]).ToList();
        return (files.Sum(file => file.Unresolved), files.Sum(file => file.Names));
    }

    private CSharpCompilation CompilationOf(Project project, IReadOnlyList<Project> dependents)
    {
        if (compilations.TryGetValue(project, out var known))
            return known;
        var references = project.References.Select(project.PathOf)
            .Select(path => tree.Projects.FirstOrDefault(other => other.File.Path == path))
            .OfType<Project>()
            .Where(other => other != project && !dependents.Contains(other))
            .ToList();
        var all = references.SelectMany(other => Closure(other, [.. dependents, project])).Distinct();
        return compilations[project] = ProjectCompilation.Of(tree, project, all);
    }

    // Project references reach on: what Lianzhang references, its tests see.
    private IEnumerable<CSharpCompilation> Closure(Project project, IReadOnlyList<Project> dependents)
    {
        var compilation = CompilationOf(project, dependents);
        return compilation.References.OfType<Microsoft.CodeAnalysis.CompilationReference>()
            .Select(reference => (CSharpCompilation)reference.Compilation)
            .Prepend(compilation);
    }
}
