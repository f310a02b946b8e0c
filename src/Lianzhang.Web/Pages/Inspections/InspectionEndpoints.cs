using Lianzhang.Core.Inspections;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Inspections;

/// <summary>What the script of a checklist sends while somebody types, and the list of inspections as an Excel file.</summary>
public static class InspectionEndpoints
{
    // More than all points of a checklist can have.
    private const int MostBytes = 500_000;

    public static void MapInspectionPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/inspections/{id:guid}/draft", Save).WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(MostBytes));
        routes.MapGet("/inspections.xlsx", (string? state, Http way, HttpContext http) =>
            way.Workbook(new ExportInspections(LanguageEndpoint.Read(http), Enum.TryParse<InspectionState>(state, out var chosen) && Enum.IsDefined(chosen) ? chosen : InspectionState.Planned), http));
    }

    private static Task<IResult> Save(Guid id, TypedChecklist typed, Http way, HttpContext http) =>
        way.Answer(new SaveInspection(id, (typed.Cells ?? []).ToDictionary(cell => cell.Key, cell => cell.Value ?? string.Empty)), http);
}

/// <summary>What changed in a checklist, as its script sends it: answers by the codes of their points.</summary>
public sealed record TypedChecklist(Dictionary<string, string?>? Cells);
