namespace Lianzhang.Architecture.Tests.Trees;

/// <summary>A place where a rule is broken, with what is wrong there.</summary>
public sealed record Violation(string Path, int Line, string Message)
{
    public override string ToString() => $"{Path}:{Line}: {Message}";
}
