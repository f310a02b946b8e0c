using Lianzhang.Core.Facts;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>What the script of a report sends while somebody types, and one's own reports as an Excel file.</summary>
public static class EntryEndpoints
{
    // As much as a program may send of a report.
    private const int MostBytes = SentReport.MostBytes;

    public static void MapEntryPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/reports/{id:guid}/draft", Save).WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(MostBytes));
        routes.MapGet("/reports.xlsx", (Http way, HttpContext http) => way.Workbook(new ExportOwnReports(LanguageEndpoint.Read(http)), http));
    }

    private static Task<IResult> Save(Guid id, TypedDraft typed, Http way, HttpContext http) =>
        way.Answer(new SaveDraft(
        id,
        (typed.Cells ?? []).ToDictionary(cell => cell.Key, cell => (cell.Value ?? TypedCell.Empty).Entry),
        (typed.Explanations ?? []).ToDictionary(one => one.Key, one => one.Value ?? string.Empty)), http);
}

/// <summary>What changed in a report, as its script sends it.</summary>
/// <param name="Cells">The cells, by their keys.</param>
/// <param name="Explanations">Explanations, by the keys of findings.</param>
public sealed record TypedDraft(Dictionary<string, TypedCell?>? Cells, Dictionary<string, string?>? Explanations);

/// <summary>A cell as the script of a report sends it.</summary>
public sealed record TypedCell(string? Typed, string? Reason, string? Note, FactFlags Flags)
{
    public static TypedCell Empty { get; } = new(null, null, null, FactFlags.None);

    /// <summary>The cell as a draft keeps it; flags that there are not are left out.</summary>
    public CellEntry Entry => new(Typed?.Trim() ?? string.Empty, Given(Reason), Given(Note), FactFlagWords.All.Where(flag => Flags.HasFlag(flag)).Aggregate(FactFlags.None, (all, flag) => all | flag));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
