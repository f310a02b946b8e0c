using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>A round that was opened, or was open already.</summary>
/// <param name="Id">The round.</param>
/// <param name="Units">How many units it asks.</param>
/// <param name="WasOpen">Whether it had been opened before.</param>
public sealed record OpenedRound(Guid Id, int Units, bool WasOpen);

/// <summary>Asks a form for a period, of all units to which it applied at the end of the period. Done again it changes nothing.</summary>
public sealed record OpenRound(string Form, Period Period) : IRequest<OpenedRound>;

internal sealed class OpenRoundSlice(LianzhangDb db, PublishedProgrammes programmes, RoundOpening opening, TimeProvider time) : Slice<OpenRound, OpenedRound>
{
    public override Permission Permission { get; } = new("rounds.manage", Changes: true);

    protected override async Task<Answer<OpenedRound>> Handle(OpenRound request, CancellationToken cancel)
    {
        if (await programmes.Find(null, cancel) is not { } published || published.Programme.FindForm(request.Form) is not { } form)
            return Problem.NotFound(($"已发布的方案中没有报表 {request.Form}。", $"The published programme has no form {request.Form}."));
        if (request.Period.Kind != form.PeriodKind)
            return Problem.Invalid(($"“{form.Name.Zh}”不按 {request.Period.In(Language.Chinese)} 这样的时期填报。", $"'{form.Name.En}' is not filled in for {request.Period}."));
        if (request.Period.End >= time.Today())
            return Problem.Invalid(($"{request.Period.In(Language.Chinese)}尚未结束，期末后才能开报。", $"{request.Period} is not over yet."));
        var number = PeriodNumber.Of(request.Period);
        if (await db.Set<ReportRound>().SingleOrDefaultAsync(round => round.Form == request.Form && round.Period == number, cancel) is { } there)
            return new OpenedRound(there.Id, await db.Set<Report>().IgnoreQueryFilters().CountAsync(report => report.RoundId == there.Id, cancel), WasOpen: true);
        return await opening.Open(form, request.Period, published, cancel);
    }
}

/// <summary>Opens rounds that are not open yet.</summary>
internal sealed class RoundOpening(LianzhangDb db, FindFormUnits units, CurrentCaller caller, TimeProvider time)
{
    private static readonly BulkTable Reports = new("reporting_report", "Id", "RoundId", "Unit", "Kind", "Name", "Region", "Industry", "Due", "Lock", "State", "Version", "Level", "AcceptedVersion", "Draft", "Score", "Explained", "Revision");

    public async Task<OpenedRound> Open(FormDefinition form, Period period, PublishedProgramme published, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var calendar = published.Programme.Calendar;
        var round = new ReportRound
        {
            Id = Guid.CreateVersion7(now),
            Form = form.Code,
            ProgrammeVersion = published.Number,
            Period = PeriodNumber.Of(period),
            Due = form.DueDay(period, calendar),
            Lock = form.LockDay(period, calendar),
            OpenedAt = now,
            OpenedBy = caller.Caller.Name,
        };
        db.Add(round);
        await db.SaveChangesAsync(cancel);
        var asked = await units.On(form, published.Programme, period.End, cancel);
        await db.Bulk(Reports, asked.Select(unit => Row(unit, round, form, now)), cancel);
        db.AddRange(Moves(asked, round));
        return new OpenedRound(round.Id, asked.Count, WasOpen: false);
    }

    // Reports that are written in bulk move without being tracked.
    private IEnumerable<ReportMove> Moves(IReadOnlyList<ReportingUnit> asked, ReportRound round) =>
        from unit in asked
        group unit by RegionOf(unit) into region
        select new ReportMove { On = time.Today(), Round = round.Id, Region = region.Key, Is = ReportTally.Of(ReportState.Open, round.Due, sentOn: null, accepted: 0, exempt: null).Number, Count = region.Count() };

    private static object?[] Row(ReportingUnit unit, ReportRound round, FormDefinition form, DateTimeOffset now) =>
    [
        Guid.CreateVersion7(now), round.Id, unit.Code, FindFormUnits.KindOf(form.Of), One(unit, UnitAttributes.Name) ?? unit.Code, RegionOf(unit), One(unit, UnitAttributes.Industry),
        round.Due, round.Lock, ReportState.Open, 0, 0, 0, string.Empty, 0m, 0, 0,
    ];

    private static string RegionOf(ReportingUnit unit) => One(unit, UnitAttributes.Region) ?? string.Empty;

    private static string? One(ReportingUnit unit, string attribute) => unit.Of(attribute) is [var value, ..] ? value : null;
}
