using System.Text.Json;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Assessment;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Complaints;
using Lianzhang.Platform.Evaluation;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Measures;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;
using Lianzhang.Storage;
using Lianzhang.Web.Design;
using Lianzhang.Web.Pages;
using Lianzhang.Web.Pages.Appeals;
using Lianzhang.Web.Pages.Assessment;
using Lianzhang.Web.Pages.Attachments;
using Lianzhang.Web.Pages.Evaluation;
using Lianzhang.Web.Pages.Indicators;
using Lianzhang.Web.Pages.Inspections;
using Lianzhang.Web.Pages.Measures;
using Lianzhang.Web.Pages.Programmes;
using Lianzhang.Web.Pages.Registers;
using Lianzhang.Web.Pages.Reporting;
using Lianzhang.Web.Pages.Supervision;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.DataProtection;
using Scalar.AspNetCore;

namespace Lianzhang.Hosting;

/// <summary>What a server is started with.</summary>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="Store">Where the store is.</param>
/// <param name="Keys">Folder outside the store with the key and the heads of the record.</param>
/// <param name="Chosen">What the operator set besides.</param>
/// <param name="IsTrial">Whether it is only tried out at this machine: accounts are offered and cookies need no TLS.</param>
/// <param name="Map">The operator's map of regions, or <see cref="ApprovedMap.None"/>.</param>
/// <param name="LogsAreRead">Whether a person reads the logs; otherwise they are JSON, a line each.</param>
/// <param name="Files">Folder outside the store and the web with the files that people hand in.</param>
internal sealed record WebSettings(string Urls, StoreAddress Store, string Keys, ServerSettings Chosen, bool IsTrial, ApprovedMap Map, bool LogsAreRead, string Files);

/// <summary>Puts the web application together.</summary>
internal static class BuildWeb
{
    public static WebApplication Build(WebSettings settings)
    {
        // The content root is where the product lies, not where it was started: a folder of data is no place to look for pages.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(BuildWeb).Assembly.GetName().Name });
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.UseStaticWebAssets();
        AddLogs(builder.Logging, settings.LogsAreRead);
        AddServices(builder.Services, settings);

        var app = builder.Build();
        // First of all, so that everything after it sees the true address and scheme.
        settings.Chosen.Proxies.AddTo(app);
        app.UseSecurityHeaders();
        if (!settings.IsTrial)
        {
            app.UseHsts();
            app.UseTlsForPages();
        }

        app.UseExceptionHandler("/error", createScopeForErrors: true);
        // For answers without a body: the API's problems have one and stay as they are.
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseGeneratedHeader();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseFirstPassword();
        app.UseFormTokens();
        app.MapStaticAssets().AllowAnonymous();
        app.MapLanguage();
        app.MapTextSize();
        app.MapPageEndpoints();
        app.MapPasskeys();
        app.MapOpenIdSignIn(settings.Chosen.OpenId);
        app.MapExports();
        app.MapExplainFiles();
        app.MapDraftPages();
        app.MapTitlePages();
        app.MapEntryPages();
        app.MapReviewPages();
        app.MapRoundPages();
        app.MapItemPages();
        app.MapReportFiles();
        app.MapOrderPages();
        app.MapAttachmentFiles();
        app.MapMeasurePages();
        app.MapEvaluationPages();
        app.MapAppealPages();
        app.MapAssessmentPages();
        app.MapInspectionPages();
        app.MapRazorComponents<App>();
        MapApi(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, WebSettings settings)
    {
        var chosen = settings.Chosen;
        services.AddShared().AddIdentity(chosen.SignIn).AddNotices(chosen.Notices).AddDelivering().AddAuditing(settings.Keys).AddSealing().AddProgrammes().AddComplaints().AddFacts().AddRegisters().AddKeepingRegisters().AddReporting().AddKeepingRounds().AddTakingDeliveries().AddIndicators().AddAppeals().AddKeepingAppeals().AddInspections().AddWarmBoards().AddWatchingEngine().AddSupervision().AddKeepingSupervision().AddEvaluation().AddAssessment().AddStore(settings.Store);
        services.AddAttachments(settings.Files, chosen.Attachments).AddSweeping().AddSingleton<AttachedFiles>().AddMeasures().AddKeepingMeasures();
        services.AddSignInCookie(chosen.SignIn, isSecure: !settings.IsTrial).AddRateLimits(chosen.SignIn, chosen.Limits).AddSingleton<DemoAccess>().AddSingleton<PasskeyState>().AddOpenIdSignIn(chosen.OpenId, isSecure: !settings.IsTrial);
        services.AddSingleton(settings.Map);
        services.AddDataProtection().SetApplicationName("lianzhang").PersistKeysToDbContext<LianzhangDb>();
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = settings.IsTrial ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always);
        services.AddRazorComponents();
        services.AddProblemDetails().AddExceptionHandler<ApiFailure>();
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions, Language.Chinese));
        services.AddOpenApi(OpenApi.Describe);
        services.AddHealthChecks().AddCheck<StoreCheck>("store").AddCheck<BoardsCheck>("boards");
    }

    private static void MapApi(WebApplication app)
    {
        var api = app.MapGroup("/api/v1").DisableAntiforgery();
        api.MapShared();
        api.MapIdentity();
        api.MapNotices();
        api.MapAuditing();
        api.MapAttachments();
        api.MapProgrammes();
        api.MapComplaints();
        api.MapFacts();
        api.MapRegisters();
        api.MapReporting();
        api.MapIndicators();
        api.MapSupervision();
        api.MapEvaluation();
        api.MapMeasures();
        api.MapAppeals();
        api.MapAssessment();
        api.MapInspections();
        // What is not there is told as everything else is: a program cannot read a page.
        app.MapFallback("/api/{**rest}", (HttpContext http) => Http.ProblemResult(Problem.NotFound(("接口中没有这个地址。", "The API has no such address.")), Http.LanguageOf(http.Request)));
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference(DescribeScalar).AllowAnonymous();
        // Alive says that the process answers; ready says that it can reach its store and has computed its first board.
        app.MapHealthChecks("/healthz", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz").AllowAnonymous();
    }

    // Nothing of it comes from, or goes to, another host.
    private static void DescribeScalar(ScalarOptions options, HttpContext http)
    {
        options.Title = "Lianzhang API";
        options.DefaultFonts = false;
        options.Telemetry = false;
        options.Nonce = SecurityHeaders.AllowScriptsWithNonce(http);
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
