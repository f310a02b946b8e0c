using Lianzhang.Platform.Registers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Web.Shell;

/// <summary>The header by which the API says that the system holds made-up data.</summary>
public static class GeneratedHeader
{
    public const string Name = "Lianzhang-Data";
    public const string Value = "generated";

    public static void UseGeneratedHeader(this IApplicationBuilder app) => app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.Use(async (http, next) =>
    {
        if (await http.RequestServices.GetRequiredService<GeneratedData>().Any(http.RequestAborted))
            http.Response.Headers[Name] = Value;
        await next(http);
    }));
}
