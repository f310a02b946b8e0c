using Lianzhang.Architecture.Tests.Trees;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>A folder with tests of a project mirrors a folder of that project. Tests at the top are of the whole.</summary>
public sealed class TestsMirrorSources : IRule
{
    private static readonly PerFile<AttributeSyntax> Tests = new(file => file.Root.DescendantNodes().OfType<AttributeSyntax>()
        .Where(attribute => attribute.Name.ToString() is "Fact" or "Theory" or "Property"));

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var folders = tree.Projects
            .Where(project => project.File.IsUnder("tests"))
            .SelectMany(project => tree.CodeOf(project).Where(file => Tests[file].Count > 0).GroupBy(file => file.Folder).Select(folder => (Project: project, Folder: folder)));
        return Subjects.Check(folders, "folder with tests", subject =>
        {
            if (subject.Folder.Key == subject.Project.Folder)
                return [];
            var mirrored = $"src/{WithoutTests(subject.Project.Name)}{subject.Folder.Key[subject.Project.Folder.Length..]}";
            return tree.Code.Any(file => file.IsUnder(mirrored)) ? [] : [subject.Folder.First().At(1, $"holds tests, but there is no {mirrored}")];
        });
    }

    private static string WithoutTests(string name) => name.EndsWith(".Tests", StringComparison.Ordinal) ? name[..^".Tests".Length] : name;
}
