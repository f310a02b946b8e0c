using System.Globalization;
using Lianzhang.Core.Values;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Platform.Shared;

/// <summary>Whether requests without a sign-in may change anything. Signing in is not there yet, so the server's operator says it.</summary>
public sealed record AccessRule(bool AnonymousMayChange)
{
    public Caller Anonymous => new("anonymous", AnonymousMayChange);
}

/// <summary>The way of every API route: through <see cref="Run"/>, out as JSON or as an RFC 9457 problem; and of links to files.</summary>
public sealed class Http(Run run, AccessRule access)
{
    public const string LanguageCookie = "lang";

    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IResult> Answer<TResult>(IRequest<TResult> request, HttpContext http)
        where TResult : class
    {
        var language = LanguageOf(http.Request);
        var answer = await run.Do(request, access.Anonymous, http.RequestAborted);
        return answer.Succeeded(out var result) ? Results.Json(result, ApiJson.For(language)) : ProblemResult(answer.Problem!, language);
    }

    /// <summary>A list as an Excel file for a link of a page, or nothing for the page that says that nothing is there.</summary>
    public async Task<IResult> Workbook<TWorkbook>(IRequest<TWorkbook> request, HttpContext http)
        where TWorkbook : Workbook
    {
        var answer = await run.Do(request, access.Anonymous, http.RequestAborted);
        return answer.Succeeded(out var workbook) ? Results.File(workbook.Content, Excel, workbook.FileName) : Results.NotFound();
    }

    /// <summary>The cookie of the pages' switch, else what the client prefers, else Chinese.</summary>
    public static Language LanguageOf(HttpRequest request)
    {
        if (request.Cookies[LanguageCookie] is { } chosen)
            return chosen == "en" ? Language.English : Language.Chinese;
        var preferred = request.Headers.AcceptLanguage.ToString();
        return preferred.StartsWith("en", ignoreCase: true, CultureInfo.InvariantCulture) ? Language.English : Language.Chinese;
    }

    private static IResult ProblemResult(Problem problem, Language language) => Results.Problem(
        statusCode: (int)problem.Kind,
        title: problem.Title.In(language),
        detail: problem.Detail.In(language),
        extensions: problem.Faults is { Count: > 0 } faults
            ? new Dictionary<string, object?> { ["faults"] = faults.Select(fault => fault.In(language)).ToList() }
            : null);
}
