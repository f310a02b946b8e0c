using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Auditing;

/// <summary>The record of who did what: chained, signed, searched and verified.</summary>
public static class AuditingModule
{
    private const string KeyFile = "audit-key.pem";

    /// <summary>Whether the folder has the key of a record.</summary>
    public static bool HasKey(string keys) => File.Exists(Path.Combine(keys, KeyFile));

    /// <param name="services">Where to register.</param>
    /// <param name="keys">The folder outside the store with the key and the anchor file.</param>
    public static IServiceCollection AddAuditing(this IServiceCollection services, string keys) => services
        .AddSingleton(_ => AuditKey.ReadOrCreate(Path.Combine(keys, KeyFile)))
        .AddSingleton(_ => new AuditAnchor(Path.Combine(keys, "audit-heads.txt")))
        .AddSingleton<SealAudit>()
        .AddSingleton<VerifyAudit>()
        .AddScoped<FindEntries>()
        .AddSlice<SearchAudit, AuditPage, SearchAuditSlice>()
        .AddSlice<ExportAudit, AuditWorkbook, ExportAuditSlice>()
        .AddSlice<FeedRecord, WorkItems, FeedRecordSlice>();

    /// <summary>Seals in the background; for a server, not for a command.</summary>
    public static IServiceCollection AddSealing(this IServiceCollection services) => services.AddHostedService<SealPeriodically>();

    public static void MapAuditing(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit", (string? by, string? permission, DateOnly? from, DateOnly? to, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new SearchAudit(by, permission, from, to, page ?? 1, pageSize ?? 50), context)).Produces<AuditPage>();
}
