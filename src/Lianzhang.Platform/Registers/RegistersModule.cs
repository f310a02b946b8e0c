using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Registers;

/// <summary>Who reports: enterprises and other units with their histories, titles, clusters and the policies that support them.</summary>
public static class RegistersModule
{
    public static IServiceCollection AddRegisters(this IServiceCollection services) => services
        .AddSingleton<UnitCache>()
        .AddSingleton<GeneratedCache>()
        .AddScoped<StoredUnits>()
        .AddScoped<UnitBook>()
        .AddScoped<RegisterWords>()
        .AddScoped<NewUnits>()
        .AddScoped<PlaceUnits>()
        .AddScoped<ReadUnitFacts>()
        .AddSlice<CheckUnitFacts, UnitFactsRead, CheckUnitFactsSlice>()
        .AddSlice<ImportUnitFacts, UnitFactsRead, ImportUnitFactsSlice>()
        .AddEnterprises()
        .AddClusters()
        .AddTitles()
        .AddPolicies();

    /// <summary>Writes confirmed imports and does what time brings about, in the background; for a server, not for a command.</summary>
    public static IServiceCollection AddKeepingRegisters(this IServiceCollection services) => services
        .AddHostedService<EnterpriseImportsInBackground>()
        .AddHostedService<KeepRegistersPeriodically>();

    private static IServiceCollection AddEnterprises(this IServiceCollection services) => services
        .AddSingleton<EnterpriseImportQueue>()
        .AddSingleton<RunEnterpriseImports>()
        .AddScoped<FindEnterprises>()
        .AddScoped<PlanEnterprises>()
        .AddScoped<FindLikeNames>()
        .AddScoped<PlanMerger>()
        .AddSlice<ListEnterprises, EnterpriseList, ListEnterprisesSlice>()
        .AddSlice<CountEnterprises, EnterpriseCounts, CountEnterprisesSlice>()
        .AddSlice<ExportEnterprises, EnterpriseWorkbook, ExportEnterprisesSlice>()
        .AddSlice<GetEnterpriseChoices, EnterpriseChoices, GetEnterpriseChoicesSlice>()
        .AddSlice<GetEnterprise, EnterpriseDetail, GetEnterpriseSlice>()
        .AddSlice<AddEnterprise, EnterpriseCode, AddEnterpriseSlice>()
        .AddSlice<EditEnterprise, EnterpriseCode, EditEnterpriseSlice>()
        .AddSlice<PreviewMerger, MergerPreview, PreviewMergerSlice>()
        .AddSlice<MergeEnterprises, EnterpriseCode, MergeEnterprisesSlice>()
        .AddSlice<ListEndedRegions, EndedRegions, ListEndedRegionsSlice>()
        .AddSlice<MoveToSuccessors, UnitsMoved, MoveToSuccessorsSlice>()
        .AddSlice<PreviewEnterprises, EnterprisePreview, PreviewEnterprisesSlice>()
        .AddSlice<KeepEnterprises, ImportId, KeepEnterprisesSlice>()
        .AddSlice<ConfirmEnterprises, ImportId, ConfirmEnterprisesSlice>()
        .AddSlice<CancelEnterprises, Done, CancelEnterprisesSlice>()
        .AddSlice<GetEnterpriseImport, EnterpriseImportView, GetEnterpriseImportSlice>()
        .AddSlice<OpenEnterprises, EnterprisesToWrite, OpenEnterprisesSlice>()
        .AddSlice<WriteEnterprises, EnterprisesWritten, WriteEnterprisesSlice>()
        .AddSlice<CloseEnterprises, Done, CloseEnterprisesSlice>()
        .AddSlice<EndEnterprises, Done, EndEnterprisesSlice>()
        .AddSlice<ExportEnterpriseTemplate, EnterpriseWorkbook, ExportEnterpriseTemplateSlice>()
        .AddSlice<ExportEnterpriseImport, EnterpriseWorkbook, ExportEnterpriseImportSlice>()
        .AddSlice<FeedEnterpriseImports, WorkItems, FeedEnterpriseImportsSlice>();

    private static IServiceCollection AddClusters(this IServiceCollection services) => services
        .AddScoped<GeneratedData>()
        .AddScoped<ClusterMeasures>()
        .AddScoped<FindClusters>()
        .AddScoped<ClusterRules>()
        .AddSlice<GetGeneratedData, GeneratedState, GetGeneratedDataSlice>()
        .AddSlice<FillRegisters, FilledRegisters, FillRegistersSlice>()
        .AddSlice<ListClusters, ClusterList, ListClustersSlice>()
        .AddSlice<GetCluster, ClusterView, GetClusterSlice>()
        .AddSlice<AddCluster, Done, AddClusterSlice>()
        .AddSlice<EditCluster, Done, EditClusterSlice>()
        .AddSlice<ExportClusters, ClusterWorkbook, ExportClustersSlice>()
        .AddSlice<ExportClusterMembers, ClusterWorkbook, ExportClusterMembersSlice>();

    public static void MapRegisters(this IEndpointRouteBuilder api)
    {
        api.MapGet("/clusters", (string? search, string? industry, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListClusters(search, industry, page ?? 1, pageSize ?? 50), context)).Produces<ClusterList>();
        api.MapGet("/clusters/{code}", (string code, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new GetCluster(code, page ?? 1, pageSize ?? 50), context)).Produces<ClusterView>();
        api.MapGet("/enterprises", ([AsParameters] EnterpriseQuery query, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListEnterprises(query.Filter, query.AsOf, page ?? 1, pageSize ?? 50), context)).Produces<EnterpriseList>();
        api.MapGet("/enterprises/{code}", (string code, Http http, HttpContext context) => http.Answer(new GetEnterprise(code), context)).Produces<EnterpriseDetail>();
        api.MapTitles();
    }
}

/// <summary>A filter of enterprises as it stands in an address.</summary>
public sealed record EnterpriseQuery
{
    public string? Search { get; init; }

    public string? Region { get; init; }

    public string? Industry { get; init; }

    public string? Size { get; init; }

    public string? Title { get; init; }

    public string? Kind { get; init; }

    public string? Cluster { get; init; }

    public string? Status { get; init; }

    public SeiShare? Sei { get; init; }

    public DateOnly? AsOf { get; init; }

    public EnterpriseFilter Filter => new(Given(Search), Given(Region), Given(Industry), Given(Size), Given(Title), Given(Kind), Given(Cluster), Given(Status), Sei);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
