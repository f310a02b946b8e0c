using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Programmes;

/// <summary>Published programmes and their versions.</summary>
public static class ProgrammesModule
{
    public static IServiceCollection AddProgrammes(this IServiceCollection services) => services
        .AddSingleton<ProgrammeCache>()
        .AddScoped<PublishedProgrammes>()
        .AddDrafts()
        .AddSlice<PublishProgramme, ProgrammeVersionView, PublishProgrammeSlice>()
        .AddSlice<ListProgrammeVersions, ProgrammeVersions, ListProgrammeVersionsSlice>()
        .AddSlice<GetProgramme, ProgrammeView, GetProgrammeSlice>()
        .AddSlice<CompareProgrammeVersions, ProgrammeComparison, CompareProgrammeVersionsSlice>()
        .AddSlice<ExportProgramme, ProgrammeWorkbook, ExportProgrammeSlice>()
        .AddSlice<ExportProgrammeVersions, ProgrammeWorkbook, ExportProgrammeVersionsSlice>()
        .AddSlice<FeedProgrammes, WorkItems, FeedProgrammesSlice>();

    public static void MapProgrammes(this IEndpointRouteBuilder api)
    {
        api.MapGet("/programme", (int? version, Http http, HttpContext context) => http.Answer(new GetProgramme(version), context)).Produces<ProgrammeView>();
        api.MapGet("/programme/versions", (Http http, HttpContext context) => http.Answer(new ListProgrammeVersions(), context)).Produces<ProgrammeVersions>();
        api.MapGet("/programme/comparison", (int before, int after, Http http, HttpContext context) => http.Answer(new CompareProgrammeVersions(before, after), context)).Produces<ProgrammeComparison>();
    }
}
