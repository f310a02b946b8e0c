using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Attachments;

/// <summary>Files that people hand in as evidence: checked, kept outside the store and the web, and seen by whoever may see what they belong to.</summary>
public static class AttachmentsModule
{
    /// <param name="services">Where to register.</param>
    /// <param name="files">The folder with the contents, shared by all processes on the store.</param>
    /// <param name="settings">What the operator set.</param>
    public static IServiceCollection AddAttachments(this IServiceCollection services, string files, AttachmentSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(new FileVault(files))
        .AddSingleton<VirusScanner>()
        .AddSingleton<SweepFiles>()
        .AddSingleton(provider => new ReceiveFiles(provider.GetRequiredService<FileVault>(), provider.GetRequiredService<VirusScanner>(), provider.GetRequiredService<Run>()))
        .AddScoped(provider => new AttachmentBook(provider.GetRequiredService<LianzhangDb>(), provider.GetRequiredService<FileVault>(), provider.GetRequiredService<CurrentCaller>()))
        .AddSlice<AddAttachment, AttachmentView, AddAttachmentSlice>()
        .AddSlice<GetAttachment, AttachmentFile, GetAttachmentSlice>()
        .AddSlice<ListWaitingFiles, WaitingFiles, ListWaitingFilesSlice>()
        .AddSlice<SweepAttachments, SweptAttachments, SweepAttachmentsSlice>();

    /// <summary>Lets files belong to a kind of subject, and says who may see them.</summary>
    public static IServiceCollection AddAttachedTo(this IServiceCollection services, string kind, MaySeeSubject maySee) => services.AddSingleton(new SubjectKind(kind, maySee));

    /// <summary>Sweeps in the background; for a server, not for a command.</summary>
    public static IServiceCollection AddSweeping(this IServiceCollection services) => services.AddHostedService<SweepPeriodically>();

    public static void MapAttachments(this IEndpointRouteBuilder api) =>
        api.MapPost("/attachments", (Func<string, ReceiveFiles, HttpContext, Task<IResult>>)Take).Accepts<string>("application/octet-stream").Produces<AttachmentView>()
            .WithSummary("Hands in a file as the body; it waits a day for what it is to belong to.");

    private static async Task<IResult> Take(string name, ReceiveFiles receive, HttpContext http)
    {
        var language = Http.LanguageOf(http.Request);
        if (http.Request.ContentLength > AttachmentLimits.MostBytes)
            return Http.ProblemResult(ReceiveFiles.TooLarge(CleanName.Of(name)), language);
        var answer = await receive.Take(name, http.Request.Body, Http.CallerOf(http), http.RequestAborted);
        return answer.Succeeded(out var kept) ? Results.Json(kept, ApiJson.For(language)) : Http.ProblemResult(answer.Problem!, language);
    }
}
