using Lianzhang.Core.Inspections;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Inspections;

/// <summary>A finding of a finished visit that is not settled.</summary>
/// <param name="Id">The finding.</param>
/// <param name="Inspection">The visit.</param>
/// <param name="Theme">Code of the theme.</param>
/// <param name="Of">What was visited.</param>
/// <param name="Unit">Its code.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="Level">How serious it is.</param>
/// <param name="Words">What was found.</param>
/// <param name="FoundOn">The day on which the visit was finished.</param>
public sealed record OpenFinding(Guid Id, Guid Inspection, string Theme, InspectionOf Of, string Unit, string UnitName, string Region, FindingLevel Level, string Words, DateOnly FoundOn);

/// <summary>The findings that are not settled, the earliest first.</summary>
public sealed record OpenFindings(IReadOnlyList<OpenFinding> All);

/// <summary>Finds the findings of finished visits that are not settled, for supervision to act on.</summary>
public sealed record FindOpenFindings : IRequest<OpenFindings>;

/// <summary>Settles a finding, when supervision has it as put right; done again it changes nothing.</summary>
public sealed record SettleFinding(Guid Id) : IRequest<Done>;

internal sealed class FindOpenFindingsSlice(LianzhangDb db) : Slice<FindOpenFindings, OpenFindings>
{
    public override Permission Permission { get; } = new("inspections.findings", Changes: false, For: Audience.Product);

    protected override async Task<Answer<OpenFindings>> Handle(FindOpenFindings request, CancellationToken cancel) => new OpenFindings(await (
        from finding in db.Set<InspectionFinding>().IgnoreQueryFilters()
        join inspection in db.Set<Inspection>().IgnoreQueryFilters() on finding.InspectionId equals inspection.Id
        where inspection.State == InspectionState.Finished && finding.SettledOn == null
        orderby inspection.FinishedOn, finding.Id
        select new OpenFinding(finding.Id, inspection.Id, inspection.Theme, inspection.Of, inspection.Unit, inspection.UnitName, inspection.Region, finding.Level, finding.Words, inspection.FinishedOn!.Value)).ToListAsync(cancel));
}

internal sealed class SettleFindingSlice(LianzhangDb db, TimeProvider time) : Slice<SettleFinding, Done>
{
    public override Permission Permission { get; } = new("inspections.settle", Changes: true, For: Audience.Product);

    protected override async Task<Answer<Done>> Handle(SettleFinding request, CancellationToken cancel)
    {
        if (await db.Set<InspectionFinding>().IgnoreQueryFilters().SingleOrDefaultAsync(finding => finding.Id == request.Id, cancel) is not { } found)
            return Problem.NotFound(("没有这一问题。", "There is no such finding."));
        found.SettledOn ??= time.Today();
        return Done.It;
    }
}
