using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Lianzhang.Platform.Identity;

/// <summary>What a browser is asked for.</summary>
/// <param name="Options">For the browser, as JSON.</param>
/// <param name="State">What was asked: kept out of reach of whoever answers, until the answer comes.</param>
public sealed record PasskeyCeremony(string Options, string State)
{
    public override string ToString() => string.Empty;
}

/// <summary>Begins to add a passkey to one's own account, on one's present password: a passkey outlives the sign-in that adds it.</summary>
public sealed record BeginPasskey(string Password, HttpContext Http) : IRequest<PasskeyCeremony>
{
    public override string ToString() => string.Empty;
}

internal sealed class BeginPasskeySlice(SecondFactor factor, UserManager<Account> users, IPasskeyHandler<Account> passkeys) : Slice<BeginPasskey, PasskeyCeremony>
{
    public override Permission Permission { get; } = new("account.passkeys", Changes: false, For: Audience.SignedIn);

    protected override Problem? Validate(BeginPasskey request) => Lengths.Check(request.Password);

    protected override async Task<Answer<PasskeyCeremony>> Handle(BeginPasskey request, CancellationToken cancel)
    {
        var account = await factor.OfCaller(cancel);
        if (account.MustChangePassword)
            return Problem.Invalid(("请先修改一次性密码。", "Change the one-time password first."));
        if (!await users.CheckPasswordAsync(account, request.Password))
            return Accounts.WrongPassword;
        var begun = await passkeys.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.UserName!, DisplayName = account.DisplayName }, request.Http);
        return new PasskeyCeremony(begun.CreationOptionsJson, begun.AttestationState ?? string.Empty);
    }
}
