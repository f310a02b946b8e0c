using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>A project under src is in the list and references only the projects that the list allows it.</summary>
public sealed class ProjectOrder : IRule
{
    public IEnumerable<Violation> Check(SourceTree tree) =>
        Subjects.Check(tree.Projects.Where(project => project.File.IsUnder("src")), "project under src", CheckProject);

    private static IEnumerable<Violation> CheckProject(Project project)
    {
        if (!Order.Projects.TryGetValue(project.Name, out var allowed))
            return [project.File.At(1, $"{project.Name} is not in the order of projects")];
        var places = allowed.Select(name => $"src/{name}/{name}.csproj").ToHashSet();
        return project.References
            .Where(reference => !places.Contains(project.PathOf(reference)))
            .Select(reference => project.File.At(reference, $"{project.Name} may not reference {Project.Include(reference)}"));
    }
}
