using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Benchmarks;

/// <summary>What the product's server is compared with: an ASP.NET Core application whose only page is a word.</summary>
internal static class EmptyWeb
{
    public const string Mode = "empty-web";

    public static void Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => "empty");
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"listening on {app.Urls.First()}"));
        app.Run();
    }
}
