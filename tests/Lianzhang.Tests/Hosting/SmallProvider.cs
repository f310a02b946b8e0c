using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Lianzhang.Tests.Hosting;

/// <summary>A provider of identities on this machine that vouches for one person without asking.</summary>
internal sealed class SmallProvider(WebApplication app) : IAsyncDisposable
{
    public Uri Address => new(app.Urls.Single());

    public static async Task<SmallProvider> StartAsync(string person)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            // It knows no clients: it is there to be believed, not to doubt.
            options.EnableDegradedMode();
            options.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token").AllowAuthorizationCodeFlow().RegisterScopes("profile");
            options.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(_ => default));
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(_ => default));
            options.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                var identity = new ClaimsIdentity("small");
                identity.AddClaim(new Claim("sub", $"id-of-{person}"));
                identity.AddClaim(new Claim("preferred_username", person).SetDestinations("id_token"));
                context.Principal = new ClaimsPrincipal(identity).SetScopes(context.Request.GetScopes());
                return default;
            }));
        });
        builder.Services.AddAuthentication();
        var app = builder.Build();
        app.UseAuthentication();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new SmallProvider(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
