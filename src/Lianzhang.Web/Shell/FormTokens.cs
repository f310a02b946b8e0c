using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

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
    }

    private static Task Refuse(HttpContext http)
    {
        var language = Http.LanguageOf(http.Request);
        return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: Title.In(language), detail: Detail.In(language)).ExecuteAsync(http);
    }
}
