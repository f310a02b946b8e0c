namespace Lianzhang.Platform.Tests;

/// <summary>What to start: its words, the line that says that it is ready, the signal that ends it and whom root starts it as.</summary>
public sealed record GuardedCommand(IReadOnlyList<string> Words, Func<string, bool> IsReady)
{
    public string StopSignal { get; init; } = "KILL";

    public string? User { get; init; }
}
