using System.Xml.Linq;
using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>
/// The list of banned symbols bans the clocks and reaches every project: the build properties of the root hand it to the
/// analyzer, those below import the root's, and no project takes it back.
/// </summary>
public sealed class BannedSymbolsAreWired : IRule
{
    private const string List = "BannedSymbols.txt";
    private const string Analyzer = "Microsoft.CodeAnalysis.BannedApiAnalyzers";
    private const string Rule = "RS0030";
    private const string Properties = "Directory.Build.props";

    private static readonly string[] Clocks =
    [
        "P:System.DateTime.Now;", "P:System.DateTime.UtcNow;", "P:System.DateTime.Today;", "P:System.DateTimeOffset.Now;", "P:System.DateTimeOffset.UtcNow;",
    ];

    public IEnumerable<Violation> Check(SourceTree tree)
    {
        var lists = tree.Files.Where(file => file.Path == List);
        var roots = tree.Files.Where(file => file.Path == Properties);
        var builds = tree.Files.Where(file => file.Name.EndsWith(".props", StringComparison.Ordinal) || file.Name.EndsWith(".csproj", StringComparison.Ordinal));
        return Subjects.Check(lists, List, CheckList)
            .Concat(Subjects.Check(roots, Properties, CheckRoot))
            .Concat(Subjects.Check(builds, "build file", CheckBuild))
            .Concat(Subjects.Check(tree.Files.Where(file => file.Name is ".editorconfig" or ".globalconfig"), ".editorconfig", CheckSeverity));
    }

    private static IEnumerable<Violation> CheckList(SourceFile file) => Clocks
        .Where(clock => !file.Lines.Any(line => line.Text.StartsWith(clock, StringComparison.Ordinal)))
        .Select(clock => file.At(1, $"{clock.TrimEnd(';')} is not banned"));

    private static IEnumerable<Violation> CheckRoot(SourceFile file)
    {
        if (!file.Xml.Descendants("AdditionalFiles").Any(item => Project.Include(item) == $"$(MSBuildThisFileDirectory){List}"))
            yield return file.At(1, $"no AdditionalFiles gives {List} to every project");
        if (!file.Xml.Descendants("PackageReference").Any(item => Project.Include(item) == Analyzer))
            yield return file.At(1, $"no PackageReference gives {Analyzer} to every project");
    }

    private static IEnumerable<Violation> CheckBuild(SourceFile file)
    {
        var isNested = file.Name == Properties && file.Folder.Length > 0;
        if (isNested && !file.Xml.Descendants("Import").Any(ImportsAbove))
            yield return file.At(1, $"does not import the {Properties} above it");

        foreach (var item in file.Xml.Descendants().Where(TakesBack))
            yield return file.At(item, $"takes a project out of the banned symbols: {item}");
    }

    private static IEnumerable<Violation> CheckSeverity(SourceFile file) => file.Lines
        .Where(line => line.Text.Contains(Rule, StringComparison.Ordinal))
        .Select(line => file.At(line.Number, $"changes the severity of the ban: {line.Text}"));

    private static bool ImportsAbove(XElement import) => ((string?)import.Attribute("Project"))?.EndsWith($"/{Properties}", StringComparison.Ordinal) == true;

    private static bool TakesBack(XElement item) =>
        (item.Name.LocalName is "AdditionalFiles" or "PackageReference" && item.Attribute("Remove") is not null)
        || (item.Name.LocalName is "NoWarn" or "WarningsNotAsErrors" && item.Value.Contains(Rule))
        || (item.Name.LocalName is "ImportDirectoryBuildProps" or "RunAnalyzers" or "RunAnalyzersDuringBuild" && item.Value.Contains("false"));
}
