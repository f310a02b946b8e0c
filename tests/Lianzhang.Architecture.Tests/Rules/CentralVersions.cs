using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>Package versions stand in one file and in lock files, and the solution holds every project.</summary>
public sealed class CentralVersions : IRule
{
    private const string Solution = "Lianzhang.slnx";

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var projects = tree.Projects.Where(project => project.File.IsUnder("src") || project.File.IsUnder("tests") || project.File.IsUnder("bench"));
        var builds = tree.Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal) || file.Name == "Directory.Build.props");
        return Subjects.Check(builds, "build file", CheckVersions)
            .Concat(Subjects.Check(projects, "project", project => CheckLock(tree, project)))
            .Concat(Subjects.Check(tree.Files.Where(file => file.Path == Solution), Solution, file => CheckSolution(tree, file)));
    }

    private static IEnumerable<Violation> CheckVersions(SourceFile file) => file.Xml.Descendants("PackageReference")
        .Where(package => package.Attributes().Select(attribute => attribute.Name.LocalName)
            .Concat(package.Elements().Select(element => element.Name.LocalName))
            .Any(name => name is "Version" or "VersionOverride"))
        .Select(package => file.At(package, $"the version of {Project.Include(package)} belongs in Directory.Packages.props"));

    private static IEnumerable<Violation> CheckLock(SourceTree tree, Project project) =>
        tree.Find($"{project.Folder}/packages.lock.json") is null ? [project.File.At(1, "has no packages.lock.json beside it")] : [];

    private static IEnumerable<Violation> CheckSolution(SourceTree tree, SourceFile solution)
    {
        var listed = solution.Xml.Descendants("Project").ToDictionary(entry => (string?)entry.Attribute("Path") ?? string.Empty);
        var present = tree.Projects.Select(project => project.File.Path).ToHashSet();
        return tree.Projects.Where(project => !listed.ContainsKey(project.File.Path)).Select(project => project.File.At(1, $"is not in {Solution}"))
            .Concat(listed.Where(entry => !present.Contains(entry.Key)).Select(entry => solution.At(entry.Value, $"there is no {entry.Key}")));
    }
}
