using System.Text.RegularExpressions;
using Lianzhang.Architecture.Tests.Trees;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>No text leads out of the repository: neither to a place on a machine nor by climbing above the root.</summary>
public sealed partial class SelfContained : IRule
{
    private static readonly string[] Extensions = [".csproj", ".props", ".targets", ".slnx", ".yaml", ".yml", ".json", ".sh", ".md"];

    private static readonly PerFile<Violation> Strings = new(file =>
        StringsIn(file).SelectMany(text => CheckString(file, text.Line, text.Value, text.IsJoined)));

    private static readonly PerFile<Violation> Plain = new(file => file.Lines.SelectMany(line => CheckLine(file, line.Number, line.Text)));

    public IEnumerable<Violation> Check(SourceTree tree) =>
        Subjects.Check(tree.Code, "C# file", file => Strings[file])
            .Concat(Subjects.Check(tree.Files.Where(IsPlain), "project file, script or document", file => Plain[file]));

    private static bool IsPlain(SourceFile file) =>
        Extensions.Any(extension => file.Name.EndsWith(extension, StringComparison.Ordinal))
        || (!file.Name.Contains('.') && (file.IsUnder("eng") || file.IsUnder(".ci")));

    private static IEnumerable<Violation> CheckLine(SourceFile file, int line, string text) =>
        Machines(file, line, text).Concat(Climbs(text)
            .Where(path => Paths.Resolve(file.Folder, path) is null)
            .Select(path => file.At(line, $"{path} climbs out of the repository")));

    // A program does not know where it runs: a path in it has no folder to climb from.
    private static IEnumerable<Violation> CheckString(SourceFile file, int line, string text, bool isJoined) =>
        Machines(file, line, text).Concat(Climbs(text)
            .Where(path => isJoined || path != "..")
            .Select(path => file.At(line, $"\"{path}\" climbs from a folder that is not known")));

    private static IEnumerable<Violation> Machines(SourceFile file, int line, string text) =>
        Machine().Matches(text).Select(match => file.At(line, $"{match.Value} is a place on a machine"));

    private static IEnumerable<(int Line, string Value, bool IsJoined)> StringsIn(SourceFile file) => file.Root.DescendantNodes()
        .Select(node => node switch
        {
            LiteralExpressionSyntax { Token: { Value: string text } token } => (Token: token, Text: text),
            InterpolatedStringTextSyntax { TextToken: var token } => (Token: token, Text: token.ValueText),
            _ => (Token: default, Text: string.Empty),
        })
        .Where(found => found.Text.Length > 0)
        .Select(found => (file.Syntax.GetLineSpan(found.Token.Span).StartLinePosition.Line + 1, found.Text, JoinsPaths(found.Token.Parent?.Parent)));

    // Alone, two dots may be an operator; as an argument of Path.Combine they climb.
    private static bool JoinsPaths(Microsoft.CodeAnalysis.SyntaxNode? parent) =>
        parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: var called } }
        && called.ToString() is var name
        && (name.EndsWith("Combine", StringComparison.Ordinal) || name.EndsWith("Join", StringComparison.Ordinal) || name.EndsWith("GetFullPath", StringComparison.Ordinal));

    private static IEnumerable<string> Climbs(string text) =>
        PathLike().Matches(text).Select(match => match.Value).Where(path => path.Split('/', '\\').Contains(".."));

    [GeneratedRegex(@"(?<![\w.~)}-])/((home|root|work|Users)/|tmp(?![\w.-]))|(?<!\w)[C-F]:[\\/](?!/)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Machine();

    [GeneratedRegex(@"[\w./\\@*-]+", RegexOptions.None, 1000)]
    private static partial Regex PathLike();
}
