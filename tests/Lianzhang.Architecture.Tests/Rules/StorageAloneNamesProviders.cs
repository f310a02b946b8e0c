using System.Text.RegularExpressions;
using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>Only Lianzhang.Storage names a database provider, as a package or in code; so does what stands up a server for the tests, and what the benchmarks compare with.</summary>
public sealed partial class StorageAloneNamesProviders : IRule
{
    private const string Storage = "src/Lianzhang.Storage";
    private const string Benchmarks = "bench/Lianzhang.Benchmarks";
    private const string Compared = $"{Benchmarks}/Cube";

    // A server is made and asked before there is anything of the product to ask it through.
    private static readonly string[] Servers =
    [
        "tests/Lianzhang.Platform.Tests/PostgresCluster.cs", "tests/Lianzhang.Platform.Tests/PostgresClusterTests.cs",
    ];

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var projects = tree.Projects.Where(project => project.Folder is not (Storage or Benchmarks));
        var code = tree.Code.Where(file => !file.IsUnder(Storage) && !file.IsUnder(Compared) && !Servers.Contains(file.Path));
        return Subjects.Check(projects, "project outside Storage", CheckPackages)
            .Concat(Subjects.Check(code, "C# file outside Storage", file => CheckCode(tree, file)));
    }

    private static IEnumerable<Violation> CheckPackages(Project project) => project.Packages
        .Where(package => Provider().IsMatch(Project.Include(package)))
        .Select(package => project.File.At(package, $"the database provider {Project.Include(package)} belongs to Lianzhang.Storage"));

    // UseNpgsql and its like are extensions in a common namespace: the assembly tells where they come from.
    private static IEnumerable<Violation> CheckCode(SourceTree tree, SourceFile file) => tree.Symbols.In(file)
        .Where(reference => Provider().IsMatch(reference.Namespace) || Provider().IsMatch(reference.Assembly))
        .Select(reference => file.At(reference.Line, $"{reference} names a database provider outside Lianzhang.Storage"))
        .Distinct();

    [GeneratedRegex(@"^(Npgsql|Microsoft\.Data\.Sqlite|Microsoft\.Data\.SqlClient|Microsoft\.EntityFrameworkCore\.(Sqlite|SqlServer)|DuckDB|SQLitePCL)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Provider();
}
