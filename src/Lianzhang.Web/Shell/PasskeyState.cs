using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Shell;

/// <summary>What a browser was asked for, kept for a few minutes in a cookie that it can neither read nor write, and taken out once.</summary>
public sealed class PasskeyState(IDataProtectionProvider protection)
{
    /// <summary>For adding a passkey.</summary>
    public const string Adding = "passkey-adding";

    /// <summary>For signing in with one.</summary>
    public const string SigningIn = "passkey-signing-in";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public void Keep(HttpContext http, string purpose, string state) =>
        http.Response.Cookies.Append(Name(http, purpose), Protector(purpose).Protect(state, Lifetime), Options(http, Lifetime));

    /// <summary>The state, or nothing when there is none or it is too old.</summary>
    public string Take(HttpContext http, string purpose)
    {
        var kept = http.Request.Cookies[Name(http, purpose)];
        http.Response.Cookies.Delete(Name(http, purpose), Options(http, lifetime: null));
        try
        {
            return kept is null ? string.Empty : Protector(purpose).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return string.Empty;
        }
    }

    private ITimeLimitedDataProtector Protector(string purpose) => protection.CreateProtector(purpose).ToTimeLimitedDataProtector();

    // Bound to the host where there is TLS, as the sign-in itself is.
    private static string Name(HttpContext http, string purpose) => http.Request.IsHttps ? $"__Host-{purpose}" : purpose;

    private static CookieOptions Options(HttpContext http, TimeSpan? lifetime) =>
        new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = lifetime, Path = "/" };
}
