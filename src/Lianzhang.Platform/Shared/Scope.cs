using System.Collections.Frozen;

namespace Lianzhang.Platform.Shared;

/// <summary>How far a right reaches. What is null is not limited.</summary>
/// <param name="Regions">The regions with everything below them.</param>
/// <param name="Industries">The industries.</param>
/// <param name="Organisation">The only organisation.</param>
public sealed record Scope(FrozenSet<string>? Regions = null, FrozenSet<string>? Industries = null, Guid? Organisation = null)
{
    public static Scope Everything { get; } = new();

    /// <summary>Reaches nothing that is limited at all: what a stranger sees.</summary>
    public static Scope Nothing { get; } = new([], [], Guid.Empty);

    public bool Covers(Subject subject) =>
        (Regions is null || subject.Region is null || Regions.Contains(subject.Region))
        && (Industries is null || subject.Industry is null || Industries.Contains(subject.Industry))
        && (Organisation is null || subject.Organisation is null || Organisation == subject.Organisation);
}
