using System.Globalization;
using System.Security.Claims;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Web.Shell;

/// <summary>The cookie that says who is signed in. It is worth nothing once the account's stamp has changed.</summary>
public static class SignInCookie
{
    public const string Scheme = "lianzhang";

    // The cookie of a person or the key of a machine, whichever a request shows.
    private const string Either = "lianzhang-either";

    private static readonly PathString[] OpenBeforeChange = ["/password", "/sign-out", "/language", "/_content", "/api"];

    public static IServiceCollection AddSignInCookie(this IServiceCollection services, SignInRules rules, bool isSecure)
    {
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, displayName: null, options => options.ForwardDefaultSelector = http => ApiKeyScheme.IsShown(http.Request) ? ApiKeyScheme.Name : Scheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.Name, configureOptions: null)
            .AddCookie(Scheme, options =>
        {
            options.Cookie.Name = isSecure ? "__Host-lianzhang" : "lianzhang";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = rules.Idle;
            options.SlidingExpiration = true;
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "back";
            options.Events.OnValidatePrincipal = Validate;
            options.Events.OnRedirectToLogin = Challenge;
        });
        // Whatever is not said to be open is for those who are signed in.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder(Either).RequireAuthenticatedUser().Build());
        return services;
    }

    public static Task SignInAsync(HttpContext http, SignedInAccount account, TimeProvider time)
    {
        Claim[] claims =
        [
            new(AccountClaims.Account, account.Id.ToString()),
            new(AccountClaims.Name, account.Name),
            new(AccountClaims.Stamp, account.Stamp),
            new(AccountClaims.Since, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            .. account.MustChangePassword ? [new Claim(AccountClaims.MustChangePassword, "true")] : Array.Empty<Claim>(),
        ];
        return http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)));
    }

    /// <summary>Sends whoever still has a first password to the page where it is changed; nothing else is open until then.</summary>
    public static void UseFirstPassword(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var path = http.Request.Path;
        if (!http.User.HasClaim(claim => claim.Type == AccountClaims.MustChangePassword) || OpenBeforeChange.Any(open => path.StartsWithSegments(open)))
            return next(http);
        http.Response.Redirect("/password");
        return Task.CompletedTask;
    });

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var user = context.Principal!;
        var since = long.Parse(user.FindFirstValue(AccountClaims.Since) ?? "0", CultureInfo.InvariantCulture);
        var isOver = services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds() - since > services.GetRequiredService<SignInRules>().Longest.TotalSeconds;
        if (!isOver)
        {
            var caller = new Caller(string.Empty, Guid.Parse(user.FindFirstValue(AccountClaims.Account)!), user.FindFirstValue(AccountClaims.Stamp));
            isOver = await services.GetRequiredService<ReadRights>()(services, caller, context.HttpContext.RequestAborted) is null;
        }

        if (!isOver)
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    // A program gets a status, a person the page.
    private static Task Challenge(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }

        return Http.ProblemResult(Problem.SignedOut, Http.LanguageOf(context.Request)).ExecuteAsync(context.HttpContext);
    }
}
