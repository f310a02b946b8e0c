using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Shell;

/// <summary>A cookie that keeps how one reader wants pages to look; it says nothing of the reader.</summary>
internal static class PreferenceCookie
{
    public static void Keep(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    });
}
