using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Shell;

/// <summary>Tells a program of a failure as of every other problem; a page would be of no use to it.</summary>
public sealed class ApiFailure : IExceptionHandler
{
    private static readonly Text Title = ("服务器出错", "The server failed");
    private static readonly Text Detail = ("请稍后再试；带幂等键的请求可原样重发，不会重复办理。", "Try again later; a request with an idempotency key may be sent again as it is and is done once.");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.Path.StartsWithSegments("/api"))
            return false;
        var language = Http.LanguageOf(httpContext.Request);
        await Results.Problem(statusCode: StatusCodes.Status500InternalServerError, title: Title.In(language), detail: Detail.In(language)).ExecuteAsync(httpContext);
        return true;
    }
}
