using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>A round with the form that it asks.</summary>
internal sealed record OpenedForm(ReportRound Round, Programme Programme, FormSheet Sheet)
{
    public string Title => $"{Sheet.Form.Name.Zh}_{PeriodNumber.Read(Round.Period).In(Core.Values.Language.Chinese)}";

    public OpenReport Of(Report report) => new(report, Round, Programme, Sheet);
}

/// <summary>The reports of a round that were not sent yet, as whoever delivers them for the units sees them.</summary>
internal sealed class RoundPapers(LianzhangDb db, PublishedProgrammes programmes, Slice<ReadFacts, FactList> facts)
{
    private const int YearsOfHistory = 2;

    public static Problem NoRound { get; } = Problem.NotFound(("没有这一期报送，或其中没有您范围内的单位。", "There is no such round, or none of its units is within your rights."));

    /// <summary>A round in which the caller sees units.</summary>
    public async Task<OpenedForm?> Find(Guid id, CancellationToken cancel)
    {
        if (await db.Set<ReportRound>().AsNoTracking().SingleOrDefaultAsync(round => round.Id == id, cancel) is not { } round || !await db.Set<Report>().AnyAsync(report => report.RoundId == id, cancel))
            return null;
        var programme = (await programmes.Find(round.ProgrammeVersion, cancel))!.Programme;
        return new OpenedForm(round, programme, new FormSheet(programme.FindForm(round.Form)!, programme));
    }

    /// <summary>Those that were not sent, in the order of their units.</summary>
    public IQueryable<Report> Unsent(Guid round) => db.Set<Report>().AsNoTracking().Where(report => report.RoundId == round && report.Version == 0 && report.State == ReportState.Open).OrderBy(report => report.Unit);

    /// <summary>Some of them as they are put into workbooks, with what was delivered; what a unit is writing itself is nobody else's.</summary>
    public async Task<IReadOnlyList<FormPaper>> Of(OpenedForm form, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var reports = await Unsent(form.Round.Id).Where(report => ids.Contains(report.Id)).ToListAsync(cancel);
        if (reports.Count == 0)
            return [];
        var period = PeriodNumber.Read(form.Round.Period);
        var read = await facts.HandleAny(new ReadFacts([.. reports.Select(report => report.Unit)], From: new DateOnly(period.Year - YearsOfHistory, 1, 1)), cancel);
        var byUnit = read.Value!.Facts.Where(fact => fact.Period.End <= period.End).ToLookup(fact => fact.Unit);
        return [.. reports.Select(report =>
        {
            var open = form.Of(report);
            IReadOnlyList<UnitReport> history = [.. byUnit[report.Unit].GroupBy(fact => fact.Period).Select(group => new UnitReport(report.Unit, group.Key, [.. group.Select(fact => fact.Value)]))];
            return FormPapers.Of(open, Delivered(report), ViewReport.Before(open, history));
        })];
    }

    public static ReportContent Delivered(Report report) => report.IsUntouched ? ReportJson.ReadContent(report.Draft) : ReportContent.Empty;
}
