using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Web.Shell;

/// <summary>A form that does not carry the token of its page is refused before anything reads it: another site may have sent it.</summary>
public static class FormTokens
{
    private static readonly Text Title = ("页面已过期", "The page has expired");
    private static readonly Text Detail = ("请返回并刷新页面后重新提交；没有改动任何数据。", "Go back, reload the page and send it again; nothing was changed.");

    private static readonly Text LargeTitle = ("提交的内容过大", "Too much at a time");
    private static readonly Text LargeDetail = ("一次提交的文件合计过大，没有保存。请返回，减少文件后分次提交。", "The files are too large together and none was kept. Go back and send fewer at a time.");

    public static void UseFormTokens(this IApplicationBuilder app)
    {
        // Told before the form is read, which would fail as if the page had expired.
        app.Use((http, next) => http.Request.HasFormContentType && http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize
            ? Refuse(http, StatusCodes.Status413PayloadTooLarge, LargeTitle, LargeDetail)
            : next(http));
        app.UseAntiforgery();
        app.Use((http, next) => http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } ? Expired(http) : next(http));
        // A browser sends its cookie with whatever another site has it post to the API; a machine shows a key, which none sends by itself.
        app.Use(async (http, next) =>
        {
            var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
            if (changes && http.Request.Path.StartsWithSegments("/api") && Http.CallerOf(http).Key is null && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
                await Expired(http);
            else
                await next(http);
        });
    }

    private static Task Expired(HttpContext http) => Refuse(http, StatusCodes.Status400BadRequest, Title, Detail);

    private static Task Refuse(HttpContext http, int status, Text title, Text detail)
    {
        var language = Http.LanguageOf(http.Request);
        return Results.Problem(statusCode: status, title: title.In(language), detail: detail.In(language)).ExecuteAsync(http);
    }
}
