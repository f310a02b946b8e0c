using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Measures;

/// <summary>The measures of the programme in force with what was reported of each last, and who the reader is to them.</summary>
internal sealed record OpenMeasures(Programme Programme, DateOnly Today, IReadOnlyDictionary<string, MeasureReport> Latest, IReadOnlyList<OwnOrganisation> Own)
{
    public MeasureRow Row(Measure measure)
    {
        var report = Latest.GetValueOrDefault(measure.Code);
        var judged = Judge(measure, report);
        var next = Milestones(measure).FirstOrDefault(milestone => !milestone.IsDone);
        return new MeasureRow(
            measure.Code, measure.Name, Programme.OrganisationName(measure.Owner), [.. (measure.CoOwners ?? []).Select(Programme.OrganisationName)], measure.Start, measure.Deadline,
            report?.Percent, report is null ? null : PeriodNumber.Read(report.Month), judged.Expected is { } expected ? decimal.Round(expected, 1) : null, judged.DaysLeft, next, judged.Missed.Count,
            Reporter(measure) is not null, judged.Light);
    }

    public IReadOnlyList<MeasureMilestone> Milestones(Measure measure)
    {
        var report = Latest.GetValueOrDefault(measure.Code);
        var missed = Judge(measure, report).Missed;
        return [.. (measure.Milestones ?? []).Select(one => new MeasureMilestone(one.Code, one.Name, one.Due, report?.Milestones.Contains(one.Code) == true, missed.Contains(one.Code)))];
    }

    /// <summary>The organisation of the caller that reports the measure, if there is one: the owner, or one that works with it.</summary>
    public OwnOrganisation? Reporter(Measure measure) => measure.Kind != MeasureKind.Task ? null
        : ((IEnumerable<string>)[measure.Owner, .. measure.CoOwners ?? []]).Select(Programme.OrganisationOf).Select(body => Own.FirstOrDefault(own => IsActing(own, body))).FirstOrDefault(own => own is not null);

    /// <summary>Whether an organisation acts for a body of the programme: by its code, or as the government of a region of the kind that the body stands for.</summary>
    public bool IsActing(OwnOrganisation own, Core.Programmes.Organisation body) => own.Code == body.Code
        || (body.Each is { } kind && own.Kind == OrganisationKind.CountyGovernment && Programme.Regions.FirstOrDefault(region => region.Code == own.Region) is { } region && Level(region.Kind) == Level(kind));

    /// <summary>The tasks that go on in a month and of which neither it nor a later one was reported; none where all of the work is done.</summary>
    public IReadOnlyList<Measure> Unreported(Period month) =>
    [
        .. Programme.Measures.Where(measure => measure.Kind == MeasureKind.Task && (measure.Start ?? new DateOnly(Programme.Head.Years.First, 1, 1)) <= month.End
            && (Latest.GetValueOrDefault(measure.Code) is not { } report || (report.Percent < 100 && report.Month < PeriodNumber.Of(month)))),
    ];

    private static RegionKind Level(RegionKind kind) => kind == RegionKind.Zone ? RegionKind.County : kind;

    private MeasureJudgement Judge(Measure measure, MeasureReport? report) => JudgeMeasure.Judge(
        new MeasureCase(measure.Start, measure.Deadline, [.. (measure.Milestones ?? []).Select(one => new MilestoneDue(one.Code, one.Due))]),
        report is null ? null : new MeasureProgress(PeriodNumber.Read(report.Month), report.Percent, report.Milestones.ToHashSet()),
        Today,
        Programme.MeasureLights);
}

/// <summary>Reads the measures of the programme in force.</summary>
internal sealed class MeasureBook(LianzhangDb db, PublishedProgrammes programmes, OwnOrganisations own, TimeProvider time)
{
    public const string ReportRight = "measures.report";

    public static Problem NothingPublished { get; } = Problem.NotFound(("没有已发布的方案。", "No programme is published."));

    public static Problem NoMeasure { get; } = Problem.NotFound(("方案中没有这项任务。", "The programme has no such task."));

    /// <summary>Null when no programme is published.</summary>
    public Task<OpenMeasures?> Open(CancellationToken cancel) => Open(time.Today(), cancel);

    /// <summary>As they stood on a day, by what was reported of the months up to that one.</summary>
    public async Task<OpenMeasures?> Open(DateOnly day, CancellationToken cancel)
    {
        var last = PeriodNumber.Of(Period.OfMonth(day.Year, day.Month));
        if (await programmes.Find(null, cancel) is not { } published)
            return null;
        var programme = published.Programme;
        // The latest month counts, and of it the latest version.
        var latest = await Reports(programme.Head.Code).Where(report => report.Month <= last).GroupBy(report => report.Measure)
            .Select(reports => reports.OrderByDescending(report => report.Month).ThenByDescending(report => report.Version).First()).ToListAsync(cancel);
        return new OpenMeasures(programme, day, latest.ToDictionary(report => report.Measure), await own.With(ReportRight, cancel));
    }

    /// <summary>How far tasks were on the days by which they are due, by what was reported of the months up to those; by code, those of which something was.</summary>
    public async Task<IReadOnlyDictionary<string, decimal>> Due(string programme, IReadOnlyList<Measure> tasks, CancellationToken cancel)
    {
        var months = tasks.ToDictionary(task => task.Code, task => PeriodNumber.Of(Period.OfMonth(task.Deadline!.Value.Year, task.Deadline.Value.Month)));
        var reports = await Reports(programme).Where(report => months.Keys.Contains(report.Measure)).Select(report => new { report.Measure, report.Month, report.Version, report.Percent }).ToListAsync(cancel);
        return reports.Where(report => report.Month <= months[report.Measure]).GroupBy(report => report.Measure)
            .ToDictionary(same => same.Key, same => same.MaxBy(report => (report.Month, report.Version))!.Percent);
    }

    public IQueryable<MeasureReport> Reports(string programme) => db.Set<MeasureReport>().AsNoTracking().Where(report => report.Programme == programme);
}
