using System.Buffers.Text;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;

namespace Lianzhang.Platform.Identity;

/// <summary>A passkey as its owner sees it.</summary>
public sealed record Passkey(string Id, string Name, DateTimeOffset AddedAt);

/// <summary>The passkeys of an account, the oldest first.</summary>
public sealed record Passkeys(IReadOnlyList<Passkey> All);

/// <summary>Lists the passkeys of one's own account.</summary>
public sealed record GetPasskeys : IRequest<Passkeys>;

internal sealed class GetPasskeysSlice(SecondFactor factor, UserManager<Account> users) : Slice<GetPasskeys, Passkeys>
{
    public override Permission Permission { get; } = new("account.profile", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<Passkeys>> Handle(GetPasskeys request, CancellationToken cancel)
    {
        var passkeys = await users.GetPasskeysAsync(await factor.OfCaller(cancel));
        return new Passkeys([.. passkeys.OrderBy(passkey => passkey.CreatedAt).Select(passkey => new Passkey(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? string.Empty, passkey.CreatedAt))]);
    }
}
