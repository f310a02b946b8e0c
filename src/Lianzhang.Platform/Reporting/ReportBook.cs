using System.Linq.Expressions;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>A report with its round and the form as it was when the round was opened.</summary>
internal sealed record OpenReport(Report Report, ReportRound Round, Programme Programme, FormSheet Sheet)
{
    public FormDefinition Form => Sheet.Form;

    public Period Period { get; } = PeriodNumber.Read(Round.Period);
}

/// <summary>Finds reports, each by who may have it, and checks them.</summary>
internal sealed class ReportBook(LianzhangDb db, PublishedProgrammes programmes, StoredUnits units, Slice<ReadFacts, FactList> facts)
{
    private static readonly Expression<Func<Report, ReportRound, FoundReport>> Both = (report, round) => new FoundReport(report, round);

    private static readonly CompiledQuery<Func<LianzhangDb, Guid, CancellationToken, Task<FoundReport?>>> Seen = new(() => EF.CompileAsyncQuery((LianzhangDb db, Guid id, CancellationToken _) =>
        db.Set<Report>().Where(report => report.Id == id).Join(db.Set<ReportRound>(), report => report.RoundId, round => round.Id, Both).SingleOrDefault()));

    // Enough for two years of months before the same month of last year.
    private const int YearsOfHistory = 3;

    public static Problem NoReport { get; } = Problem.NotFound(("没有这份报表，或不在您的权限范围内。", "There is no such report within your rights."));

    /// <summary>The reports that the caller fills in: those of the units whose code its organisations have, whatever else it may see.</summary>
    public IQueryable<Report> Own()
    {
        var mine = db.Sight.Organisations;
        return db.Set<Report>().Where(report => db.Set<Identity.Organisation>().Where(organisation => mine.Contains(organisation.Id)).Select(organisation => organisation.Code).Contains(report.Unit));
    }

    /// <summary>A report that the caller fills in.</summary>
    public async Task<OpenReport?> FindOwn(Guid id, CancellationToken cancel) =>
        await Open(await Own().Where(report => report.Id == id).Join(db.Set<ReportRound>(), report => report.RoundId, round => round.Id, Both).SingleOrDefaultAsync(cancel), cancel);

    /// <summary>A report that the caller sees.</summary>
    public async Task<OpenReport?> Find(Guid id, CancellationToken cancel) => await Open(await Seen.In(db)(db, id, cancel), cancel);

    public async Task<OpenReport> Open(Report report, CancellationToken cancel) =>
        await Open(report, await db.Set<ReportRound>().SingleAsync(round => round.Id == report.RoundId, cancel), cancel);

    private async Task<OpenReport?> Open(FoundReport? found, CancellationToken cancel) => found is var (report, round) ? await Open(report, round, cancel) : null;

    private async Task<OpenReport> Open(Report report, ReportRound round, CancellationToken cancel)
    {
        var programme = (await programmes.Find(round.ProgrammeVersion, cancel))!.Programme;
        return new OpenReport(report, round, programme, new FormSheet(programme.FindForm(round.Form)!, programme));
    }

    /// <summary>What the unit reported up to the end of the period, in the order in which it counts.</summary>
    public async Task<IReadOnlyList<UnitReport>> History(OpenReport open, CancellationToken cancel)
    {
        var read = await facts.HandleAny(new ReadFacts([open.Report.Unit], From: new DateOnly(open.Period.Year - YearsOfHistory, 1, 1)), cancel);
        return [.. read.Value!.Facts.Where(fact => fact.Period.End <= open.Period.End).GroupBy(fact => fact.Period).Select(group => new UnitReport(open.Report.Unit, group.Key, [.. group.Select(fact => fact.Value)]))];
    }

    public async Task<IReadOnlyList<Finding>> Check(OpenReport open, ReportContent content, IReadOnlyList<UnitReport> history, CancellationToken cancel)
    {
        var unit = (await units.All(cancel)).Find(open.Report.Unit, open.Period.End) ?? new ReportingUnit(open.Report.Unit, new Dictionary<string, IReadOnlyList<string>>());
        return CheckReport.Of(new CheckedReport(open.Sheet, open.Programme, content, unit, open.Period, history));
    }

    public async Task<IReadOnlyList<Finding>> Check(OpenReport open, ReportContent content, CancellationToken cancel) => await Check(open, content, await History(open, cancel), cancel);

    private sealed record FoundReport(Report Report, ReportRound Round);
}
