using Lianzhang.Web.Shell;

namespace Lianzhang.Hosting;

/// <summary>Puts the web application together.</summary>
internal static class BuildWeb
{
    public static WebApplication Build(string urls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(urls);
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents();
        builder.Services.AddCascadingValue(_ => ShellModel.Bare);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapLanguage();
        app.MapRazorComponents<App>();
        return app;
    }
}
