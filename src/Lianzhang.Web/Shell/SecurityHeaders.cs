using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Shell;

/// <summary>What a browser may do with a page: load from this site alone, run no inline script or style, be framed by nobody.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    // For what somebody handed in: whatever it is, it runs nothing and reaches nothing.
    private const string Sandbox = "sandbox; default-src 'none'";

    private static readonly object Nonce = new();

    private static readonly object Sandboxed = new();

    /// <summary>Shuts one answer in, for a file that is not the product's own.</summary>
    public static void ShutIn(HttpContext http) => http.Items[Sandboxed] = true;

    /// <summary>Lets one answer carry inline scripts that bear what this gives, for a page that a library writes.</summary>
    public static string AllowScriptsWithNonce(HttpContext http)
    {
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        http.Items[Nonce] = nonce;
        return nonce;
    }

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // When the answer starts, because the page for errors clears what was set before.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = PolicyOf(context);
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    });

    // The library that has inline scripts sets inline styles as well, for which there is no nonce.
    private static string PolicyOf(HttpContext http) => http.Items.ContainsKey(Sandboxed) ? Sandbox
        : http.Items.TryGetValue(Nonce, out var nonce)
        ? Policy.Replace("script-src 'self'", $"script-src 'self' 'nonce-{nonce}'", StringComparison.Ordinal).Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal)
        : Policy;
}
