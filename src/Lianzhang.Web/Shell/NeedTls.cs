using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Shell;

/// <summary>
/// Over a plain connection nobody could sign in, since cookies are for TLS alone: that is said instead of pages. Programs with a key and
/// who asks after the server's health are answered.
/// </summary>
public static class NeedTls
{
    private static readonly PathString[] Plain = ["/api", "/healthz", "/readyz"];
    private static readonly Text Title = ("须经 HTTPS 访问", "HTTPS is needed");

    private static readonly Text Detail = (
        "本系统的页面不在未加密的连接上打开。请在反向代理上启用 TLS，并在设置 Proxy:Known 中写明其地址，或者用 https 地址启动。",
        "Pages are not opened over an unencrypted connection. Put a reverse proxy with TLS before the server and name it in the setting Proxy:Known, or start it on an https address.");

    public static void UseTlsForPages(this IApplicationBuilder app) => app.Use((http, next) => http.Request.IsHttps || Array.Exists(Plain, path => http.Request.Path.StartsWithSegments(path)) ? next(http) : Refuse(http));

    private static Task Refuse(HttpContext http)
    {
        var language = Http.LanguageOf(http.Request);
        return Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: Title.In(language), detail: Detail.In(language)).ExecuteAsync(http);
    }
}
