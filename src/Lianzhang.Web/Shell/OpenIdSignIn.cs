using System.Security.Claims;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Lianzhang.Web.Shell;

/// <summary>A provider of identities that people may sign in with, such as a province's unified sign-in.</summary>
/// <param name="Authority">Where it is.</param>
/// <param name="ClientId">What it knows the product by.</param>
/// <param name="ClientSecret">By which the product proves that.</param>
/// <param name="Name">What people call it.</param>
/// <param name="AccountClaim">The claim that is the name of the account here.</param>
public sealed record OpenIdProvider(Uri Authority, string ClientId, string? ClientSecret, string Name, string AccountClaim)
{
    public override string ToString() => Name;
}

/// <summary>Signing in with a provider, where one is configured; it ends in the product's own cookie.</summary>
public static partial class OpenIdSignIn
{
    public const string Start = "/sign-in/openid";

    private const string Scheme = "openid";

    public static IServiceCollection AddOpenIdSignIn(this IServiceCollection services, OpenIdProvider? provider, bool isSecure)
    {
        if (provider is null)
            return services;
        services.AddSingleton(provider).AddAuthentication().AddOpenIdConnect(Scheme, options =>
        {
            options.SignInScheme = SignInCookie.Scheme;
            options.Authority = provider.Authority.ToString();
            options.ClientId = provider.ClientId;
            options.ClientSecret = provider.ClientSecret;
            // On the machine itself a provider is tried out without TLS.
            options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.CallbackPath = "/sign-in/openid/done";
            options.MapInboundClaims = false;
            foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            }

            options.Events.OnTicketReceived = context => Received(context, provider);
            options.Events.OnRemoteFailure = context =>
            {
                Failed(context.HttpContext.RequestServices.GetRequiredService<ILogger<OpenIdProvider>>(), context.Failure);
                context.Response.Redirect("/sign-in?openid=failed");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
        return services;
    }

    public static void MapOpenIdSignIn(this IEndpointRouteBuilder routes, OpenIdProvider? provider)
    {
        if (provider is not null)
            routes.MapGet(Start, Challenge).AllowAnonymous();
    }

    private static async Task Challenge(string? back, HttpContext http, ILogger<OpenIdProvider> log)
    {
        try
        {
            await http.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = LocalAddress.Or(back, "/workbench") });
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or IOException)
        {
            // What the provider says of itself cannot be read: it is down, or its address is wrong.
            Failed(log, failure);
            http.Response.Redirect("/sign-in?openid=down");
        }
    }

    private static async Task Received(TicketReceivedContext context, OpenIdProvider provider)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        var name = context.Principal?.FindFirstValue(provider.AccountClaim) ?? string.Empty;
        var answer = await http.RequestServices.GetRequiredService<Run>().Do(new SignInWithProvider(name, http.Connection.RemoteIpAddress?.ToString()), Caller.Product, http.RequestAborted);
        if (!answer.Succeeded(out var result) || result.Outcome != SignInOutcome.SignedIn)
        {
            http.Response.Redirect($"/sign-in?openid={(answer.Value?.Outcome == SignInOutcome.Locked ? "locked" : "unknown")}");
            return;
        }

        await SignInCookie.SignInAsync(http, result.Account!, http.RequestServices.GetRequiredService<TimeProvider>());
        http.Response.Redirect(result.Account!.MustChangePassword ? "/password" : LocalAddress.Or(context.ReturnUri, "/workbench"));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in with the provider failed")]
    private static partial void Failed(ILogger log, Exception? failure);
}
