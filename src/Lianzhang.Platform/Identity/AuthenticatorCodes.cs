using System.Globalization;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OtpNet;

namespace Lianzhang.Platform.Identity;

/// <summary>
/// The codes of an authenticator by RFC 6238, on the product's clock. A code is good in its half minute and the ones beside it, and
/// is good once: neither it nor an older one is taken after it.
/// </summary>
internal sealed class AuthenticatorCodes(LianzhangDb db, TimeProvider time) : IUserTwoFactorTokenProvider<Account>
{
    private const string Provider = "lianzhang";
    private const string LastStep = "last-step";

    // A clock that is half a minute off, either way.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) =>
        throw new InvalidOperationException("An authenticator makes its own codes");

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => await manager.GetAuthenticatorKeyAsync(user) is not null;

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key)
            return false;
        var isRight = new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(time.GetUtcNow().UtcDateTime, token, out var step, Window);
        return isRight && await IsFirstUse(user.Id, step);
    }

    // Two sign-ins that bring one code at once collide on this row: the store takes one of them back, and it then sees the other's.
    private async Task<bool> IsFirstUse(Guid account, long step)
    {
        var text = step.ToString(CultureInfo.InvariantCulture);
        var last = await db.Set<AccountToken>().SingleOrDefaultAsync(token => token.UserId == account && token.LoginProvider == Provider && token.Name == LastStep);
        if (last is null)
        {
            db.Add(new AccountToken { UserId = account, LoginProvider = Provider, Name = LastStep, Value = text });
            return true;
        }

        if (step <= long.Parse(last.Value!, CultureInfo.InvariantCulture))
            return false;
        last.Value = text;
        return true;
    }
}
