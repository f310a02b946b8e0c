using System.Text.RegularExpressions;
using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>Types are named for what they are, not for a role that says nothing.</summary>
public sealed partial class TypeNames : IRule
{
    public IEnumerable<Violation> Check(SourceTree tree) =>
        Subjects.Check(tree.Code.SelectMany(file => Declared.Types[file].Select(type => (File: file, Type: type))), "type", subject =>
            Empty().Match(subject.Type.Text) is { Success: true } match
                ? [subject.File.At(subject.Type, $"{subject.Type.Text} ends in {match.Value}, which says nothing about it")]
                : []);

    [GeneratedRegex("(Manager|Helper|Util|Utils|Utility|Utilities|Service|Dto|DTO|Vm|VM|Impl)s?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Empty();
}
