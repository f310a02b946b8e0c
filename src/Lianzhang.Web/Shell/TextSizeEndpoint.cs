using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Shell;

/// <summary>How large the text is: kept in a cookie, changed by /text-size/{size}?back=…</summary>
public static class TextSizeEndpoint
{
    public const string Normal = "normal";
    public const string Large = "large";

    private const string CookieName = "text-size";

    /// <summary>Normal unless the reader chose large.</summary>
    public static string Read(HttpContext? context) => context?.Request.Cookies[CookieName] == Large ? Large : Normal;

    /// <summary>The address that changes the size and comes back to the page.</summary>
    public static string Href(string size, string back) => $"/text-size/{size}?back={Uri.EscapeDataString(back)}";

    public static void MapTextSize(this IEndpointRouteBuilder routes) => routes.MapGet("/text-size/{size}", Choose).AllowAnonymous();

    private static IResult Choose(string size, string? back, HttpContext context)
    {
        if (size is not (Normal or Large))
            return Results.NotFound();
        PreferenceCookie.Keep(context, CookieName, size);
        return Results.LocalRedirect(LocalAddress.Or(back, "/"));
    }
}
