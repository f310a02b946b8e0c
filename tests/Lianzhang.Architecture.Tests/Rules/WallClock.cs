using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>Nothing reads the wall clock: time comes from a TimeProvider. A Stopwatch measures and is no clock.</summary>
public sealed class WallClock : IRule
{
    private static readonly HashSet<string> Clocks =
    [
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow",
    ];

    public IEnumerable<Violation> Check(SourceTree tree) =>
        Subjects.Check(tree.Code.Where(file => file.IsUnder("src") || file.IsUnder("tests")), "C# file in src or tests", file => tree.Symbols.In(file)
            .Where(reference => Clocks.Contains($"{reference.FullType}.{reference.Member}"))
            .Select(reference => file.At(reference.Line, $"{reference} reads the wall clock; take a TimeProvider")));
}
