namespace Lianzhang.Platform.Shared;

/// <summary>What a request may see: the union of the scopes in which its right is held. The store's filters ask it.</summary>
public sealed class Sight(IReadOnlyList<Scope> scopes)
{
    /// <summary>What the product itself sees.</summary>
    public static Sight Unlimited { get; } = new([Scope.Everything]);

    /// <summary>Whether some scope is limited by no region and no organisation, so that nothing need be filtered.</summary>
    public bool IsUnlimited { get; } = scopes.Any(scope => scope.Regions is null && scope.Organisation is null);

    /// <summary>Regions seen with all that is in them.</summary>
    public List<string> Regions { get; } = [.. scopes.Where(scope => scope.Organisation is null).SelectMany(scope => scope.Regions ?? []).Distinct()];

    /// <summary>Organisations seen by themselves.</summary>
    public List<Guid> Organisations { get; } = [.. scopes.Select(scope => scope.Organisation).OfType<Guid>().Distinct()];

    public bool Covers(Subject subject) => scopes.Any(scope => scope.Covers(subject));
}
