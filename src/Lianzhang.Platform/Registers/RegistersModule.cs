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
        .AddScoped<ReadUnitFacts>()
        .AddSlice<CheckUnitFacts, UnitFactsRead, CheckUnitFactsSlice>()
        .AddSlice<ImportUnitFacts, UnitFactsRead, ImportUnitFactsSlice>()
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
    }
}
