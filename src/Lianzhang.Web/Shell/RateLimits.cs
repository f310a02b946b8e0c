using System.Threading.RateLimiting;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Web.Shell;

/// <summary>How much one caller may ask in a minute, so that nobody tries passwords or sends files without end.</summary>
public static class RateLimits
{
    private const int ComplaintsPerMinute = 5;

    public static IServiceCollection AddRateLimits(this IServiceCollection services, SignInRules rules, RequestLimits limits) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Partition(http, rules, limits));
        options.OnRejected = (context, _) => new ValueTask(Http.ProblemResult(Problem.TooMany, Http.LanguageOf(context.HttpContext.Request)).ExecuteAsync(context.HttpContext));
    });

    private static RateLimitPartition<string> Partition(HttpContext http, SignInRules rules, RequestLimits limits)
    {
        var caller = Http.CallerOf(http);
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        // Whoever tries passwords has no account yet: the address counts.
        if (http.Request.Path.StartsWithSegments("/sign-in") && !isRead)
            return Window($"sign-in {caller.Address}", rules.AttemptsPerMinute);
        if (caller.Account is null && http.Request.Path.StartsWithSegments("/complaint") && !isRead)
            return Window($"complaint {caller.Address}", ComplaintsPerMinute);
        var who = caller.Key?.Id.ToString() ?? caller.Account?.ToString() ?? caller.Address;
        return isRead ? Window($"read {who}", limits.ReadsPerMinute) : Window($"change {who}", limits.ChangesPerMinute);
    }

    private static RateLimitPartition<string> Window(string who, int most) =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1) });
}
