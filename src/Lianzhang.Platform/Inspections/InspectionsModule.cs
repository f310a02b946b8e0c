using Lianzhang.Core.Inspections;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Inspections;

/// <summary>Themed visits of enterprises, tasks and parks, drawn so that nobody is visited twice for the same thing.</summary>
public static class InspectionsModule
{
    public static IServiceCollection AddInspections(this IServiceCollection services) => services
        .AddScoped<InspectionBook>()
        .AddScoped<FindInspections>()
        .AddSlice<PlanInspections, PlannedInspections, PlanInspectionsSlice>()
        .AddSlice<ListInspections, InspectionPage, ListInspectionsSlice>()
        .AddSlice<GetInspection, InspectionView, GetInspectionSlice>()
        .AddSlice<SaveInspection, Done, SaveInspectionSlice>()
        .AddSlice<AddFinding, Done, AddFindingSlice>()
        .AddSlice<RemoveFinding, Done, RemoveFindingSlice>()
        .AddSlice<FinishInspection, Done, FinishInspectionSlice>()
        .AddSlice<CancelInspection, Done, CancelInspectionSlice>()
        .AddSlice<ExportInspections, InspectionWorkbook, ExportInspectionsSlice>()
        .AddSlice<FeedInspections, WorkItems, FeedInspectionsSlice>()
        .AddSlice<FindOpenFindings, OpenFindings, FindOpenFindingsSlice>()
        .AddSlice<SettleFinding, Done, SettleFindingSlice>();

    public static void MapInspections(this IEndpointRouteBuilder api)
    {
        api.MapGet("/inspections", (InspectionState? state, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListInspections(state ?? InspectionState.Planned, page ?? 1, pageSize ?? 50), context)).Produces<InspectionPage>();
    }
}
