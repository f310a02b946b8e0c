using System.Text.Json;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Lianzhang.Web.Design;
using Lianzhang.Web.Pages;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.DataProtection;
using Scalar.AspNetCore;

namespace Lianzhang.Hosting;

/// <summary>What a server is started with.</summary>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="Store">Where the store is.</param>
/// <param name="Access">Who may change what, until there are sign-ins.</param>
/// <param name="Map">The operator's map of regions, or <see cref="ApprovedMap.None"/>.</param>
/// <param name="LogsAreRead">Whether a person reads the logs; otherwise they are JSON, a line each.</param>
internal sealed record WebSettings(string Urls, StoreAddress Store, AccessRule Access, ApprovedMap Map, bool LogsAreRead);

/// <summary>Puts the web application together.</summary>
internal static class BuildWeb
{
    public static WebApplication Build(WebSettings settings)
    {
        // The content root is where the product lies, not where it was started: a folder of data is no place to look for pages.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.UseStaticWebAssets();
        AddLogs(builder.Logging, settings.LogsAreRead);
        AddServices(builder.Services, settings);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        // For answers without a body: the API's problems have one and stay as they are.
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapLanguage();
        app.MapPageEndpoints();
        app.MapExports();
        app.MapRazorComponents<App>();
        MapApi(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, WebSettings settings)
    {
        services.AddShared().AddProgrammes().AddFacts().AddIndicators().AddStore(settings.Store);
        services.AddSingleton(settings.Access);
        services.AddSingleton(settings.Map);
        services.AddDataProtection().SetApplicationName("lianzhang").PersistKeysToDbContext<LianzhangDb>();
        services.AddRazorComponents();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions, Language.Chinese));
        services.AddOpenApi(OpenApi.Describe);
        services.AddHealthChecks().AddCheck<StoreCheck>("store", tags: ["ready"]);
    }

    private static void MapApi(WebApplication app)
    {
        var api = app.MapGroup("/api/v1").DisableAntiforgery();
        api.MapProgrammes();
        api.MapFacts();
        api.MapIndicators();
        app.MapOpenApi();
        app.MapScalarApiReference();
        // Alive says that the process answers; ready says that it can reach its store.
        app.MapHealthChecks("/healthz", new() { Predicate = _ => false });
        app.MapHealthChecks("/readyz");
    }

    private static void AddLogs(ILoggingBuilder logging, bool areRead)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        if (areRead)
            logging.AddSimpleConsole(console => console.SingleLine = true);
        else
            logging.AddJsonConsole(console => console.JsonWriterOptions = new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
