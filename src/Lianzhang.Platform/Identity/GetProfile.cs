using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>A role held in an organisation, as it is shown.</summary>
public sealed record HeldRole(Guid Id, string Role, Text RoleName, RoleKind Kind, string Organisation, string? Industry, DateOnly? From, DateOnly? To);

/// <summary>One's own account.</summary>
public sealed record Profile(Guid Id, string UserName, string Name, string? Email, bool HasAuthenticator, IReadOnlyList<HeldRole> Roles, IReadOnlyList<string> Permissions, IReadOnlyList<DeputyView> Deputies);

/// <summary>Reads one's own account.</summary>
public sealed record GetProfile : IRequest<Profile>;

internal sealed class GetProfileSlice(LianzhangDb db, HeldRoles roles, Deputies deputies, CurrentCaller caller, TimeProvider time) : Slice<GetProfile, Profile>
{
    public override Permission Permission { get; } = new("account.profile", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<Profile>> Handle(GetProfile request, CancellationToken cancel)
    {
        var account = await db.Set<Account>().IgnoreQueryFilters().AsNoTracking().SingleAsync(account => account.Id == caller.Account, cancel);
        var held = await roles.Of([account.Id], cancel);
        return new Profile(
            account.Id,
            account.UserName!,
            account.DisplayName,
            account.Email,
            account.TwoFactorEnabled,
            [.. held[account.Id]],
            caller.Rights.Held(time.Today()),
            await deputies.Of(account.Id, cancel));
    }
}
