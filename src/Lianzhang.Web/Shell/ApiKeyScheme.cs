using System.Security.Claims;
using System.Text.Encodings.Web;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lianzhang.Web.Shell;

/// <summary>Recognises a machine by the key that it shows to the API: <c>Authorization: Bearer lz_…</c>.</summary>
internal sealed class ApiKeyScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, RecogniseApiKey recognise)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "lianzhang-key";

    private const string Bearer = "Bearer ";

    /// <summary>Whether a request shows a key where keys are taken; a cookie beside it then counts for nothing.</summary>
    public static bool IsShown(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") && request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        if (await recognise(Context.RequestServices, secret, Context.RequestAborted) is not { } owner)
            return AuthenticateResult.Fail("no such key");
        // Who only reads is answered at once by what the key may do now. A body may be long on its way, and the key may end meanwhile: then it is looked up again.
        if (HttpMethods.IsGet(Request.Method))
            Context.Features.Set(owner.Rights);
        Claim[] claims =
        [
            new(AccountClaims.Account, owner.Account.ToString()),
            new(AccountClaims.Name, owner.Name),
            new(AccountClaims.Key, owner.Key.Id.ToString()),
            new(AccountClaims.KeyName, owner.Key.Name),
        ];
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Http.ProblemResult(NoKey, Http.LanguageOf(Request)).ExecuteAsync(Context);
    }

    private static Problem NoKey { get; } = new(ProblemKind.SignedOut, ("密钥无效", "The key does not work"), ("密钥不存在、已过期或已停用。", "There is no such key, or it has expired or was revoked."));
}
