using Lianzhang.Core.Judgement;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Shared;

/// <summary>One use case as it was registered.</summary>
public sealed record SliceEntry(Type Request, Type Result)
{
    public Type Service => typeof(Slice<,>).MakeGenericType(Request, Result);
}

/// <summary>Every use case of the product with its right: what roles are made from and the matrix of rights is checked against.</summary>
public sealed class SliceCatalogue(IServiceScopeFactory scopes, IEnumerable<SliceEntry> entries)
{
    private readonly Lazy<IReadOnlyDictionary<SliceEntry, Permission>> permissions = new(() =>
    {
        using var scope = scopes.CreateScope();
        return entries.ToDictionary(entry => entry, entry => (Permission)entry.Service.GetProperty(nameof(Permission))!.GetValue(scope.ServiceProvider.GetRequiredService(entry.Service))!);
    });

    public IReadOnlyDictionary<SliceEntry, Permission> Permissions => permissions.Value;

    /// <summary>The names of the rights that roles may hold.</summary>
    public IReadOnlyList<string> PermissionsOfRoles =>
        [.. Permissions.Values.Where(permission => permission.For == Audience.Role).Select(permission => permission.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether some use case under a right answers with a type that carries a target.</summary>
    public bool CarriesTargets(string permission) =>
        Permissions.Any(slice => slice.Value.Name == permission && Reached(slice.Key.Result, []).Any(type => type.IsDefined(typeof(CarriesTargetsAttribute), inherit: true)));

    // Every type of the product that can be read out of a type.
    private static HashSet<Type> Reached(Type type, HashSet<Type> seen)
    {
        foreach (var argument in type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments())
            Reached(argument, seen);
        if (type.Assembly.GetName().Name?.StartsWith(nameof(Lianzhang), StringComparison.Ordinal) == true && seen.Add(type))
        {
            foreach (var property in type.GetProperties())
                Reached(property.PropertyType, seen);
        }

        return seen;
    }
}
