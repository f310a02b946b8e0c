using System.Text.RegularExpressions;
using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>A file is named after a type in it, so that a name from a stack trace or a search is a file to open.</summary>
public sealed partial class FileNames : IRule
{
    public IEnumerable<Violation> Check(SourceTree tree) =>
        Subjects.Check(tree.Code.Where(file => !file.IsGenerated && file.Name is not ("Program.cs" or "GlobalUsings.cs")), "C# file", file =>
        {
            var name = Stem().Match(file.Name).Groups["name"].Value;
            var types = Declared.Types[file].Select(type => type.Text).ToList();
            return types.Contains(name) ? [] : [file.At(1, $"holds no type {name}, but {(types.Count == 0 ? "none" : string.Join(", ", types))}")];
        });

    // 20260101000000_AddOrders.cs, a migration, holds AddOrders; OrderList.razor.cs holds OrderList.
    [GeneratedRegex(@"^(\d+_)?(?<name>[^.]+)(\.razor)?\.cs$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stem();
}
