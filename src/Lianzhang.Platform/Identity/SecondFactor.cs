using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace Lianzhang.Platform.Identity;

/// <summary>The devices of an account: its authenticator with key and recovery codes, and how all of them are lost.</summary>
internal sealed class SecondFactor(LianzhangDb db, UserManager<Account> users, IUserStore<Account> store, CurrentCaller caller)
{
    private const string Issuer = "链长";
    private const int CodeCount = 10;

    /// <summary>The account of whoever asks.</summary>
    public Task<Account> OfCaller(CancellationToken cancel) => db.Set<Account>().IgnoreQueryFilters().SingleAsync(account => account.Id == caller.Account, cancel);

    /// <summary>A new key, which is not asked for until a code of it was shown.</summary>
    public async Task<AuthenticatorKey> NewKey(Account account, CancellationToken cancel)
    {
        await Forget(account.Id, cancel);
        var key = users.GenerateNewAuthenticatorKey();
        await ((IUserAuthenticatorKeyStore<Account>)store).SetAuthenticatorKeyAsync(account, key, cancel);
        return Shown(account, key);
    }

    /// <summary>The key that waits for its first code; null when there is none, or when it is in use.</summary>
    public async Task<AuthenticatorKey?> KeyToConfirm(Account account) =>
        !account.TwoFactorEnabled && await users.GetAuthenticatorKeyAsync(account) is { } key ? Shown(account, key) : null;

    public async Task<IReadOnlyList<string>> NewRecoveryCodes(Account account) => [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(account, CodeCount))!];

    /// <summary>Turns it off and keeps nothing of it.</summary>
    public async Task TurnOff(Account account, CancellationToken cancel)
    {
        await Forget(account.Id, cancel);
        await users.SetTwoFactorEnabledAsync(account, enabled: false);
    }

    /// <summary>Takes away all that the account signs in with besides its password.</summary>
    public async Task LoseDevices(Account account, CancellationToken cancel)
    {
        db.RemoveRange(await db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == account.Id).ToListAsync(cancel));
        await TurnOff(account, cancel);
    }

    // The key, the recovery codes, and the code that was used last: all that is kept as tokens.
    private async Task Forget(Guid account, CancellationToken cancel)
    {
        db.RemoveRange(await db.Set<AccountToken>().Where(token => token.UserId == account).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
    }

    private static AuthenticatorKey Shown(Account account, string key) => new(key, new OtpUri(OtpType.Totp, key, account.UserName!, Issuer).ToString());
}
