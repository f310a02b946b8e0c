using Lianzhang.Core.Inspections;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Inspections;

/// <summary>Themed visits of enterprises, tasks and parks, drawn so that nobody is visited twice for the same thing.</summary>
public static class InspectionsModule
{
    /// <summary>What photographs belong to: a point of the checklist or a finding, by the inspection's id and the code or id of the one.</summary>
    internal const string Subject = "inspection";

    public static IServiceCollection AddInspections(this IServiceCollection services) => services
        .AddAttachedTo(Subject, async (run, id, caller, cancel) => Guid.TryParse(id.Split('.')[0], out var inspection) && (await run.Do(new GetInspection(inspection), caller, cancel)).Problem is null)
        .AddScoped<InspectionFiles>()
        .AddSlice<FillInspections, FilledInspections, FillInspectionsSlice>()
        .AddScoped<InspectionBook>()
        .AddScoped<FindInspections>()
        .AddSlice<PlanInspections, PlannedInspections, PlanInspectionsSlice>()
        .AddSlice<ListInspections, InspectionPage, ListInspectionsSlice>()
        .AddSlice<GetInspection, InspectionView, GetInspectionSlice>()
        .AddSlice<SaveInspection, SavedInspection, SaveInspectionSlice>()
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
