using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>A role with the rights that it holds, and those that it may be given.</summary>
public sealed record RoleView(string Code, Text Name, RoleKind Kind, RoleScope Scope, IReadOnlyList<string> Permissions, IReadOnlyList<string> MayHold);

/// <summary>All roles.</summary>
public sealed record RoleList(IReadOnlyList<RoleView> Roles);

/// <summary>Lists roles and rights.</summary>
public sealed record ListRoles : IRequest<RoleList>;

internal sealed class ListRolesSlice(LianzhangDb db, SliceCatalogue slices) : Slice<ListRoles, RoleList>
{
    public override Permission Permission { get; } = new("roles.read", Changes: false);

    protected override async Task<Answer<RoleList>> Handle(ListRoles request, CancellationToken cancel)
    {
        var roles = await db.Set<Role>().AsNoTracking().ToListAsync(cancel);
        var order = DefaultRoles.All.Select((role, index) => (role.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index);
        return new RoleList([.. roles.OrderBy(role => order.GetValueOrDefault(role.Code, order.Count)).Select(View)]);
    }

    private RoleView View(Role role) => new(
        role.Code,
        role.Title,
        role.Kind,
        role.Scope,
        role.Permissions,
        [.. slices.PermissionsOfRoles.Where(permission => DefaultRoles.MayHold(role, permission) && !(role.Kind == RoleKind.Enterprise && slices.CarriesTargets(permission)))]);
}
