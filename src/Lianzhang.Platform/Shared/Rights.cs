using System.Collections.Frozen;

namespace Lianzhang.Platform.Shared;

/// <summary>Rights that one role in one organisation gives, and for how long.</summary>
/// <param name="Role">Code of the role.</param>
/// <param name="Organisation">Name of the organisation in which it is held.</param>
/// <param name="Permissions">Names of the rights.</param>
/// <param name="Scope">How far they reach.</param>
/// <param name="From">The first day, if there is one.</param>
/// <param name="To">The last day, if there is one.</param>
/// <param name="OnBehalfOf">Whose role it is, when it is held as a deputy.</param>
/// <param name="Membership">The giving of the role by which it is held.</param>
public sealed record Grant(
    string Role, string Organisation, FrozenSet<string> Permissions, Scope Scope, DateOnly? From = null, DateOnly? To = null, string? OnBehalfOf = null, Guid Membership = default)
{
    public bool IsValid(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}

/// <summary>Everything that one caller may do. Immutable, so that one reading serves many requests.</summary>
public sealed class Rights(bool isSignedIn, IReadOnlyList<Grant> grants)
{
    public static Rights OfNobody { get; } = new(isSignedIn: false, []);

    public bool IsSignedIn => isSignedIn;

    public IReadOnlyList<Grant> Grants => grants;

    /// <summary>The grant by which a permission reaches a subject, or null; a right for everybody needs no role.</summary>
    public Grant? Find(Permission permission, Subject subject, DateOnly day)
    {
        switch (permission.For)
        {
            case Audience.Anyone:
                return WithoutRole;
            case Audience.SignedIn:
                return isSignedIn ? WithoutRole : null;
            case Audience.Product:
                return null;
        }

        foreach (var grant in grants)
        {
            if (grant.Permissions.Contains(permission.Name) && grant.IsValid(day) && grant.Scope.Covers(subject))
                return grant;
        }

        return null;
    }

    /// <summary>The names of the permissions that are held for anything at all: what navigation goes by.</summary>
    public IReadOnlyList<string> Held(DateOnly day) =>
        [.. grants.Where(grant => grant.IsValid(day)).SelectMany(grant => grant.Permissions).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The scopes in which a permission is held; what lies outside all of them is not shown.</summary>
    public Sight Sight(Permission permission, DateOnly day) => permission.For == Audience.Role
        ? new([.. grants.Where(grant => grant.Permissions.Contains(permission.Name) && grant.IsValid(day)).Select(grant => grant.Scope)])
        : new([Scope.Everything]);

    private static Grant WithoutRole { get; } = new(string.Empty, string.Empty, [], Scope.Everything);
}
