using System.Buffers.Text;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;

namespace Lianzhang.Platform.Identity;

/// <summary>Removes a passkey from one's own account; it no longer signs in.</summary>
public sealed record RemovePasskey(string Id) : IRequest<Done>;

internal sealed class RemovePasskeySlice(SecondFactor factor, UserManager<Account> users) : Slice<RemovePasskey, Done>
{
    public override Permission Permission { get; } = new("account.passkeys", Changes: true, For: Audience.SignedIn);

    protected override async Task<Answer<Done>> Handle(RemovePasskey request, CancellationToken cancel)
    {
        var account = await factor.OfCaller(cancel);
        if (!Base64Url.IsValid(request.Id) || await users.GetPasskeyAsync(account, Base64Url.DecodeFromChars(request.Id)) is not { } passkey)
            return Problem.NotFound(("没有这个通行密钥，可能已经删除。", "There is no such passkey; it may have been removed."));
        await users.RemovePasskeyAsync(account, passkey.CredentialId);
        return Done.It;
    }
}
