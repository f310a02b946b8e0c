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

        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>();
        return app;
    }
}
