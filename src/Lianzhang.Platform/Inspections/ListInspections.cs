using Lianzhang.Core.Inspections;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Inspections;

/// <summary>A visit in a list.</summary>
/// <param name="Id">The visit.</param>
/// <param name="Theme">Name of the theme.</param>
/// <param name="Of">What is visited.</param>
/// <param name="Unit">Its code.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="State">Where the visit stands.</param>
/// <param name="Due">The day by which it is done.</param>
/// <param name="IsLate">Whether that day has passed and it is still to be done.</param>
/// <param name="FinishedOn">When it was done.</param>
/// <param name="FinishedBy">By whom.</param>
/// <param name="Findings">How many findings it has.</param>
public sealed record InspectionLine(
    Guid Id, Text Theme, InspectionOf Of, string Unit, string UnitName, string Region, InspectionState State, DateOnly Due, bool IsLate, DateOnly? FinishedOn, string? FinishedBy, int Findings);

/// <summary>A page of visits in one state, those due first before others, with the themes in force.</summary>
public sealed record InspectionPage(IReadOnlyList<InspectionLine> Inspections, IReadOnlyDictionary<InspectionState, int> Counts, IReadOnlyList<InspectionThemeChoice> Themes, int Total, int Page, int PageSize);

/// <summary>A theme to choose.</summary>
public sealed record InspectionThemeChoice(string Code, Text Name, InspectionOf Of, int MonthsBetween);

/// <summary>Lists visits within one's rights.</summary>
public sealed record ListInspections(InspectionState State = InspectionState.Planned, int Page = 1, int PageSize = 50) : IRequest<InspectionPage>;

internal sealed class ListInspectionsSlice(LianzhangDb db, FindInspections find, InspectionBook book) : Slice<ListInspections, InspectionPage>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new(InspectionBook.Visiting, Changes: false);

    protected override Problem? Validate(ListInspections request) => Enum.IsDefined(request.State)
        ? Paging.Check(request.Page, request.PageSize, MostOnPage)
        : Problem.Invalid(("没有这一状态。", "There is no such state."));

    protected override async Task<Answer<InspectionPage>> Handle(ListInspections request, CancellationToken cancel)
    {
        var counts = await db.Set<Inspection>().GroupBy(inspection => inspection.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var themes = (await book.Programme(cancel))?.Programme.Inspections.Themes ?? [];
        return new InspectionPage(
            await find.Lines(request.State, (request.Page - 1) * request.PageSize, request.PageSize, cancel),
            counts,
            [.. themes.Select(theme => new InspectionThemeChoice(theme.Code, theme.Name, theme.Of, theme.MonthsBetween))],
            counts.GetValueOrDefault(request.State),
            request.Page,
            request.PageSize);
    }
}

/// <summary>Finds visits for lists and exports.</summary>
internal sealed class FindInspections(LianzhangDb db, TimeProvider time)
{
    public async Task<IReadOnlyList<InspectionLine>> Lines(InspectionState state, int skip, int take, CancellationToken cancel)
    {
        var today = time.Today();
        var found = await db.Set<Inspection>().AsNoTracking().Where(inspection => inspection.State == state)
            .OrderBy(inspection => inspection.State == InspectionState.Planned ? inspection.Due : DateOnly.MaxValue).ThenByDescending(inspection => inspection.FinishedOn).ThenBy(inspection => inspection.Unit).ThenBy(inspection => inspection.Id)
            .Skip(skip).Take(take)
            .Select(inspection => new { Inspection = inspection, Findings = db.Set<InspectionFinding>().Count(finding => finding.InspectionId == inspection.Id) }).ToListAsync(cancel);
        return [.. found.Select(one => Line(one.Inspection, one.Findings, today))];
    }

    public static InspectionLine Line(Inspection inspection, int findings, DateOnly today) => new(
        inspection.Id, new Text(inspection.ThemeName, inspection.ThemeNameEn), inspection.Of, inspection.Unit, inspection.UnitName, inspection.Region, inspection.State,
        inspection.Due, inspection.State == InspectionState.Planned && inspection.Due < today, inspection.FinishedOn, inspection.FinishedBy, findings);
}
