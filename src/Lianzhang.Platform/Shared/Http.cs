using System.Globalization;
using System.Security.Claims;
using Lianzhang.Core.Values;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Platform.Shared;

/// <summary>The way of every API route: through <see cref="Run"/>, out as JSON or as an RFC 9457 problem; and of links to files.</summary>
public sealed class Http(Run run)
{
    public const string LanguageCookie = "lang";

    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IResult> Answer<TResult>(IRequest<TResult> request, HttpContext http)
        where TResult : class
    {
        var language = LanguageOf(http.Request);
        var answer = await run.Do(request, CallerOf(http) with { Rights = http.Features.Get<Rights>() }, http.RequestAborted);
        return answer.Succeeded(out var result) ? Results.Json(result, ApiJson.For(language)) : ProblemResult(answer.Problem!, language);
    }

    /// <summary>Who sends a request: the account of its cookie or key, or nobody.</summary>
    public static Caller CallerOf(HttpContext http)
    {
        var user = http.User;
        var address = http.Connection.RemoteIpAddress?.ToString();
        return Guid.TryParse(user.FindFirstValue(AccountClaims.Account), out var account)
            ? new Caller(user.FindFirstValue(AccountClaims.Name) ?? string.Empty, account, user.FindFirstValue(AccountClaims.Stamp), address, KeyOf(user))
            : Caller.Nobody(address);
    }

    private static CallerKey? KeyOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(AccountClaims.Key), out var key) ? new CallerKey(key, user.FindFirstValue(AccountClaims.KeyName) ?? string.Empty) : null;

    /// <summary>A list as an Excel file for a link of a page, or why there is none.</summary>
    public async Task<IResult> Workbook<TWorkbook>(IRequest<TWorkbook> request, HttpContext http)
        where TWorkbook : Workbook
    {
        var answer = await run.Do(request, CallerOf(http), http.RequestAborted);
        return answer.Succeeded(out var workbook) ? Results.File(workbook.Content, Excel, workbook.FileName) : ProblemResult(answer.Problem!, LanguageOf(http.Request));
    }

    /// <summary>The cookie of the pages' switch, else what the client prefers, else Chinese.</summary>
    public static Language LanguageOf(HttpRequest request)
    {
        if (request.Cookies[LanguageCookie] is { } chosen)
            return chosen == "en" ? Language.English : Language.Chinese;
        var preferred = request.Headers.AcceptLanguage.ToString();
        return preferred.StartsWith("en", ignoreCase: true, CultureInfo.InvariantCulture) ? Language.English : Language.Chinese;
    }

    public static IResult ProblemResult(Problem problem, Language language) => Results.Problem(
        statusCode: (int)problem.Kind,
        title: problem.Title.In(language),
        detail: problem.Detail.In(language),
        extensions: problem.Faults is { Count: > 0 } faults
            ? new Dictionary<string, object?> { ["faults"] = faults.Select(fault => fault.In(language)).ToList() }
            : null);
}

/// <summary>What a cookie or an API key says of its bearer.</summary>
public static class AccountClaims
{
    public const string Account = "sub";
    public const string Name = "name";
    public const string Stamp = "stamp";

    /// <summary>There when it is an API key.</summary>
    public const string Key = "key";

    public const string KeyName = "key-name";

    /// <summary>When the sign-in began, so that it ends however often the cookie is renewed.</summary>
    public const string Since = "since";

    /// <summary>There while the first password has not been changed.</summary>
    public const string MustChangePassword = "must-change-password";
}
