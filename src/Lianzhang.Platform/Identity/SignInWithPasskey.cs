using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Lianzhang.Platform.Identity;

/// <summary>Begins to sign in with a passkey, whoever it is.</summary>
public sealed record BeginPasskeySignIn(HttpContext Http) : IRequest<PasskeyCeremony>;

internal sealed class BeginPasskeySignInSlice(IPasskeyHandler<Account> passkeys) : Slice<BeginPasskeySignIn, PasskeyCeremony>
{
    public override Permission Permission { get; } = new("account.sign-in", Changes: false, For: Audience.Anyone);

    protected override async Task<Answer<PasskeyCeremony>> Handle(BeginPasskeySignIn request, CancellationToken cancel)
    {
        var begun = await passkeys.MakeRequestOptionsAsync(user: null, request.Http);
        return new PasskeyCeremony(begun.RequestOptionsJson, begun.AssertionState ?? string.Empty);
    }
}

/// <summary>Signs in whom a passkey belongs to. No code is asked for besides: the device has seen that it is its owner.</summary>
public sealed record SignInWithPasskey(string Credential, string State, HttpContext Http) : IRequest<SignInResult>
{
    /// <summary>Whose passkey it was, for the record; known once it was checked.</summary>
    internal string UserName { get; set; } = string.Empty;

    public override string ToString() => $"{UserName} passkey";
}

internal sealed class SignInWithPasskeySlice(UserManager<Account> users, IPasskeyHandler<Account> passkeys, TimeProvider time) : Slice<SignInWithPasskey, SignInResult>
{
    public override Permission Permission { get; } = new("account.sign-in", Changes: true, For: Audience.Anyone);

    protected override Problem? Validate(SignInWithPasskey request) => PasskeyRules.Check(request.Credential);

    protected override async Task<Answer<SignInResult>> Handle(SignInWithPasskey request, CancellationToken cancel)
    {
        var shown = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = request.Http, CredentialJson = request.Credential, AssertionState = request.State });
        if (!shown.Succeeded)
            return new SignInResult(SignInOutcome.Refused);
        var account = shown.User;
        request.UserName = account.UserName!;
        if (account.IsDisabled)
            return new SignInResult(SignInOutcome.Refused);
        if (account.LockoutEnd > time.GetUtcNow())
            return new SignInResult(SignInOutcome.Locked);
        // The device counts its uses: a copy of it that lags behind is noticed.
        await users.AddOrUpdatePasskeyAsync(account, shown.Passkey);
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        return new SignInResult(SignInOutcome.SignedIn, SignedInAccount.Of(account));
    }
}
