using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;

namespace Lianzhang.Platform.Identity;

/// <summary>Which passkeys are taken, and from which pages.</summary>
internal static class PasskeyRules
{
    // Far more than any authenticator writes.
    private const int LongestCredential = 20_000;

    public static void Configure(IdentityPasskeyOptions options, string? domain)
    {
        options.ServerDomain = domain;
        // A passkey signs in by itself, so that it must stand for two: having the device, and being its owner.
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(IsOurs(context, domain));
    }

    public static Problem? Check(string credential) => credential.Length > LongestCredential ? Problem.Invalid(("通行密钥数据过长。", "The passkey is too long.")) : null;

    // By the domain where one is set; else by the very address that the request came to.
    private static bool IsOurs(PasskeyOriginValidationContext context, string? domain)
    {
        if (context.CrossOrigin || !Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin) || !(origin.Scheme == Uri.UriSchemeHttps || origin.IsLoopback))
            return false;
        return domain is null
            ? string.Equals(origin.Authority, context.HttpContext.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
            : string.Equals(origin.Host, domain, StringComparison.OrdinalIgnoreCase) || origin.Host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
    }
}
