using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Sets which rights a role holds.</summary>
public sealed record SetRolePermissions(string Role, IReadOnlyList<string> Permissions) : IRequest<Done>
{
    public override string ToString() => $"{Role}: {string.Join(' ', Permissions)}";
}

internal sealed class SetRolePermissionsSlice(LianzhangDb db, SliceCatalogue slices, Grants grants) : Slice<SetRolePermissions, Done>
{
    public override Permission Permission { get; } = new("roles.manage", Changes: true);

    protected override Problem? Validate(SetRolePermissions request) => request.Permissions.Except(slices.PermissionsOfRoles).FirstOrDefault() is { } unknown
        ? Problem.Invalid(($"没有权限 {unknown}。", $"There is no right {unknown}."))
        : null;

    protected override async Task<Answer<Done>> Handle(SetRolePermissions request, CancellationToken cancel)
    {
        if (await db.Set<Role>().SingleOrDefaultAsync(role => role.Code == request.Role, cancel) is not { } role)
            return Problem.NotFound(($"没有角色 {request.Role}。", $"There is no role {request.Role}."));
        if (role.Kind == RoleKind.Enterprise && request.Permissions.FirstOrDefault(slices.CarriesTargets) is { } carrying)
            return Problem.Invalid(($"企业角色不能有权限 {carrying}：它会让企业看到目标。", $"A role of enterprises cannot hold {carrying}: it would show targets to enterprises."));
        if (request.Permissions.FirstOrDefault(permission => !DefaultRoles.MayHold(role, permission)) is { } misplaced)
            return Problem.Invalid(($"{role.Name}不能有权限 {misplaced}：管理权限与业务权限须分开。", $"The {role.NameEn} cannot hold {misplaced}: administrators' rights and those of business stay apart."));
        role.Permissions = [.. request.Permissions.Distinct().Order(StringComparer.Ordinal)];
        await grants.Changed(cancel);
        return Done.It;
    }
}
