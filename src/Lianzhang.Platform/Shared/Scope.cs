using System.Collections.Frozen;

namespace Lianzhang.Platform.Shared;

/// <summary>How far a right reaches. What is null is not limited.</summary>
/// <param name="Regions">The regions with everything below them.</param>
/// <param name="Industries">The industries.</param>
/// <param name="Organisation">The only organisation.</param>
public sealed record Scope(FrozenSet<string>? Regions = null, FrozenSet<string>? Industries = null, Guid? Organisation = null)
{
    public static Scope Everything { get; } = new();

    /// <summary>Whether it reaches a subject. The programme as a whole is reached by everybody; what of it is shown, <see cref="Sight"/> says.</summary>
    public bool Covers(Subject subject) => Organisation is { } only
        // A region or an industry is more than one organisation in it.
        ? subject == Subject.Whole || subject.Organisation == only
        : (Regions is null || subject.Region is null || Regions.Contains(subject.Region)) && (Industries is null || subject.Industry is null || Industries.Contains(subject.Industry));
}
