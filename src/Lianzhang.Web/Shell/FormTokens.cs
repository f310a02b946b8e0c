using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Web.Shell;

/// <summary>A form that does not carry the token of its page is refused before anything reads it: another site may have sent it.</summary>
public static class FormTokens
{
    private static readonly Text Title = ("页面已过期", "The page has expired");
    private static readonly Text Detail = ("请返回并刷新页面后重新提交；没有改动任何数据。", "Go back, reload the page and send it again; nothing was changed.");

    public static void UseFormTokens(this IApplicationBuilder app)
    {
        app.UseAntiforgery();
        app.Use((http, next) => http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } ? Refuse(http) : next(http));
        // A browser sends its cookie with whatever another site has it post to the API; a machine shows a key, which none sends by itself.
        app.Use(async (http, next) =>
        {
            var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
            if (changes && http.Request.Path.StartsWithSegments("/api") && Http.CallerOf(http).Key is null && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
                await Refuse(http);
            else
                await next(http);
        });
    }

    private static Task Refuse(HttpContext http)
    {
        var language = Http.LanguageOf(http.Request);
        return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: Title.In(language), detail: Detail.In(language)).ExecuteAsync(http);
    }
}
