using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>A role held in an organisation, as it is shown.</summary>
public sealed record HeldRole(Guid Id, string Role, Text RoleName, string Organisation, string? Industry, DateOnly? From, DateOnly? To, string? OnBehalfOf);

/// <summary>One's own account.</summary>
public sealed record Profile(string UserName, string Name, string? Email, bool HasAuthenticator, IReadOnlyList<HeldRole> Roles, IReadOnlyList<string> Permissions);

/// <summary>Reads one's own account.</summary>
public sealed record GetProfile : IRequest<Profile>;

internal sealed class GetProfileSlice(LianzhangDb db, HeldRoles roles, CurrentCaller caller, TimeProvider time) : Slice<GetProfile, Profile>
{
    public override Permission Permission { get; } = new("account.profile", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<Profile>> Handle(GetProfile request, CancellationToken cancel)
    {
        var account = await db.Set<Account>().IgnoreQueryFilters().AsNoTracking().SingleAsync(account => account.Id == caller.Account, cancel);
        var today = DateOnly.FromDateTime(time.GetLocalNow().Date);
        var held = await roles.Of([account.Id], cancel);
        return new Profile(
            account.UserName!,
            account.DisplayName,
            account.Email,
            account.TwoFactorEnabled,
            [.. held[account.Id]],
            [.. caller.Rights.Grants.Where(grant => grant.IsValid(today)).SelectMany(grant => grant.Permissions).Distinct().Order(StringComparer.Ordinal)]);
    }
}
