using Lianzhang.Architecture.Tests.Trees;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lianzhang.Architecture.Tests.Symbols;

/// <summary>
/// Compiles a project's sources in memory, against the assemblies that the tests run on and the other projects' sources.
/// Source generators do not run, so there are compiler errors; names have their meaning all the same.
/// </summary>
internal static class ProjectCompilation
{
    private static readonly string[] SdkUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly string[] WebSdkUsings =
    [
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting",
        "Microsoft.Extensions.Logging", "System.Net.Http.Json",
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, MetadataReference>> Assemblies = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path))
            .ToDictionary(group => group.Key, MetadataReference (group) => MetadataReference.CreateFromFile(group.First())));

    public static CSharpCompilation Of(SourceTree tree, Project project, IEnumerable<Compilation> projects)
    {
        // The repository's own assemblies stand aside for its sources: those may hold a planted file.
        var own = tree.Projects.Select(other => other.AssemblyName).ToHashSet();
        return CSharpCompilation.Create(
            project.AssemblyName,
            [Generated(tree, project), .. tree.CodeOf(project).Select(file => file.Syntax)],
            [
                .. Assemblies.Value.Where(assembly => !own.Contains(assembly.Key)).Select(assembly => assembly.Value),
                .. projects.Select(other => other.ToMetadataReference()),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static SyntaxTree Generated(SourceTree tree, Project project)
    {
        var isWeb = ((string?)project.File.Xml.Attribute("Sdk"))?.EndsWith(".Web", StringComparison.Ordinal) == true;
        var files = tree.Files.Where(file => file.Name == "Directory.Build.props" && (file.Folder.Length == 0 || project.File.IsUnder(file.Folder)));
        var declared = files.Append(project.File).SelectMany(file => file.Xml.Descendants("Using")).Select(Project.Include);
        var usings = SdkUsings.Concat(isWeb ? WebSdkUsings : []).Concat(declared).Select(space => $"global using {space};");
        var friends = project.File.Xml.Descendants("InternalsVisibleTo").Select(Project.Include)
            .Select(friend => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend}\")]");
        return CSharpSyntaxTree.ParseText(string.Join('\n', usings.Concat(friends)), (CSharpParseOptions)CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.None));
    }
}
