using Lianzhang.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Shell;

/// <summary>The reader's language: kept in a cookie, changed by /language/{lang}?back=…</summary>
public static class LanguageEndpoint
{
    private const string CookieName = "lang";

    /// <summary>Chinese unless the reader chose English.</summary>
    public static Language Read(HttpContext? context) =>
        context?.Request.Cookies[CookieName] == "en" ? Language.English : Language.Chinese;

    /// <summary>The address that changes the language and comes back to the page.</summary>
    public static string Href(Language language, string back) => $"/language/{Code(language)}?back={Uri.EscapeDataString(back)}";

    public static void MapLanguage(this IEndpointRouteBuilder routes) => routes.MapGet("/language/{lang}", Choose).AllowAnonymous();

    private static IResult Choose(string lang, string? back, HttpContext context)
    {
        if (lang is not ("zh" or "en"))
            return Results.NotFound();
        PreferenceCookie.Keep(context, CookieName, lang);
        return Results.LocalRedirect(LocalAddress.Or(back, "/"));
    }

    private static string Code(Language language) => language == Language.English ? "en" : "zh";
}
