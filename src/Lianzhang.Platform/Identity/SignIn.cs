using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>How an attempt to sign in ended.</summary>
public enum SignInOutcome
{
    SignedIn,

    /// <summary>Name or password is wrong, or the account is closed; which of these is not told.</summary>
    Refused,

    /// <summary>The password is right and the code of the authenticator is still needed.</summary>
    CodeNeeded,

    /// <summary>The account is locked for a while after too many wrong attempts.</summary>
    Locked,
}

/// <summary>What the cookie of a sign-in is made from.</summary>
public sealed record SignedInAccount(Guid Id, string Name, string Stamp, bool MustChangePassword)
{
    internal static SignedInAccount Of(Account account) => new(account.Id, account.DisplayName, account.SecurityStamp!, account.MustChangePassword);
}

/// <summary>The outcome, with the account when it is signed in. A refusal is a result too, since it is counted and goes on record.</summary>
public sealed record SignInResult(SignInOutcome Outcome, SignedInAccount? Account = null);

/// <summary>Signs a person in with a password and, where one is set up, a code of the authenticator.</summary>
public sealed record SignIn(string UserName, string Password, string? Code = null) : IRequest<SignInResult>
{
    public override string ToString() => $"{UserName} password";
}

internal sealed class SignInSlice(LianzhangDb db, UserManager<Account> users, SignInRules rules, TimeProvider time) : Slice<SignIn, SignInResult>
{
    // Checked when there is no such account, so that an answer takes as long as for a wrong password.
    private static readonly Account NoAccount = new() { DisplayName = string.Empty, CreatedAt = default };
    private static readonly string NoPassword = new PasswordHasher<Account>().HashPassword(NoAccount, "no such account");

    public override Permission Permission { get; } = new("account.sign-in", Changes: true, For: Audience.Anyone);

    // Anyone may send this: what no account can have is not looked up, hashed or put on record.
    protected override Problem? Validate(SignIn request) => Lengths.Check(request.UserName, request.Password, request.Code);

    protected override async Task<Answer<SignInResult>> Handle(SignIn request, CancellationToken cancel)
    {
        var name = users.NormalizeName(request.UserName);
        if (await db.Set<Account>().SingleOrDefaultAsync(account => account.NormalizedUserName == name, cancel) is not { IsDisabled: false } account)
        {
            users.PasswordHasher.VerifyHashedPassword(NoAccount, NoPassword, request.Password);
            return new SignInResult(SignInOutcome.Refused);
        }

        if (account.LockoutEnd > time.GetUtcNow())
            return new SignInResult(SignInOutcome.Locked);
        if (!await users.CheckPasswordAsync(account, request.Password))
            return Failed(account);
        if (account.TwoFactorEnabled)
        {
            if (string.IsNullOrWhiteSpace(request.Code))
                return new SignInResult(SignInOutcome.CodeNeeded);
            if (!await IsRight(account, SignInCode.Plain(request.Code)))
                return Failed(account);
        }

        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        return new SignInResult(SignInOutcome.SignedIn, SignedInAccount.Of(account));
    }

    private async Task<bool> IsRight(Account account, string code) =>
        await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code)
        || (await users.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded;

    private SignInResult Failed(Account account)
    {
        account.AccessFailedCount++;
        if (account.AccessFailedCount < rules.MostFailures)
            return new SignInResult(SignInOutcome.Refused);
        account.AccessFailedCount = 0;
        account.LockoutEnd = time.GetUtcNow() + rules.LockedFor;
        return new SignInResult(SignInOutcome.Locked);
    }
}
