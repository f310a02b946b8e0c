namespace Lianzhang.Platform.Shared;

/// <summary>The result of what has nothing more to tell.</summary>
public sealed record Done
{
    public static Done It { get; } = new();
}
