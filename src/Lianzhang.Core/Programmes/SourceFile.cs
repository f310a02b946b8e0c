namespace Lianzhang.Core.Programmes;

/// <summary>A file of a programme as it was read: the path by which faults name it, and its text.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
