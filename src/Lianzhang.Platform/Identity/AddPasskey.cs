using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Adds the passkey that a browser made to one's own account, under a name of one's own.</summary>
public sealed record AddPasskey(string Name, string Credential, string State, HttpContext Http) : IRequest<Done>
{
    public override string ToString() => Name;
}

internal sealed class AddPasskeySlice(LianzhangDb db, SecondFactor factor, UserManager<Account> users, IPasskeyHandler<Account> passkeys, TimeProvider time) : Slice<AddPasskey, Done>
{
    private const int Most = 10;

    public override Permission Permission { get; } = new("account.passkeys", Changes: true, For: Audience.SignedIn);

    protected override Problem? Validate(AddPasskey request) =>
        string.IsNullOrWhiteSpace(request.Name) ? Problem.Invalid(("请给通行密钥起个名称，如“办公电脑”。", "Give the passkey a name, such as Office computer.")) : Lengths.Check(request.Name) ?? PasskeyRules.Check(request.Credential);

    protected override async Task<Answer<Done>> Handle(AddPasskey request, CancellationToken cancel)
    {
        var account = await factor.OfCaller(cancel);
        if ((await users.GetPasskeysAsync(account)).Count >= Most)
            return Problem.Invalid(($"一个账号最多 {Most} 个通行密钥，请先删除不用的。", $"An account has at most {Most} passkeys: remove one that is not used."));
        var made = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = request.Http, CredentialJson = request.Credential, AttestationState = request.State });
        // What was begun by another account, or is another's passkey already, is none of this one.
        if (!made.Succeeded || made.UserEntity.Id != account.Id.ToString() || await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(passkey => passkey.CredentialId == made.Passkey.CredentialId, cancel))
            return Problem.Invalid(("浏览器给出的通行密钥不可用或已超时，请重新登记。", "The passkey that the browser gave cannot be used, or came too late: add it again."));
        var given = made.Passkey;
        await users.AddOrUpdatePasskeyAsync(account, new UserPasskeyInfo(
            given.CredentialId, given.PublicKey, time.GetUtcNow(), given.SignCount, given.Transports, given.IsUserVerified, given.IsBackupEligible, given.IsBackedUp, given.AttestationObject, given.ClientDataJson)
        {
            Name = request.Name.Trim(),
        });
        return Done.It;
    }
}
