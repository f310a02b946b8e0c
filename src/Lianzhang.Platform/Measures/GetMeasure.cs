using Lianzhang.Core.Boards;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Measures;

/// <summary>Opens a task with its milestones, all that was reported of it, and the targets that it serves.</summary>
public sealed record GetMeasure(string Code) : IRequest<MeasureDetail>;

/// <summary>Whether there is a report of a measure, for those who may read measures.</summary>
internal sealed record FindMeasureReport(Guid Id) : IRequest<Done>;

internal sealed class GetMeasureSlice(MeasureBook book, AttachmentBook attachments, Run run, CurrentCaller caller) : Slice<GetMeasure, MeasureDetail>
{
    public override Permission Permission { get; } = new("measures.read", Changes: false);

    protected override async Task<Answer<MeasureDetail>> Handle(GetMeasure request, CancellationToken cancel)
    {
        if (await book.Open(cancel) is not { } open)
            return MeasureBook.NothingPublished;
        if (open.Programme.FindMeasure(request.Code) is not { Kind: MeasureKind.Task } measure)
            return MeasureBook.NoMeasure;
        var milestones = open.Milestones(measure);
        return new MeasureDetail(
            open.Row(measure),
            measure.Parent is { } parent ? open.Programme.FindMeasure(parent)?.Name : null,
            measure.Cite.Section,
            [.. (measure.Places ?? []).Select(open.Programme.PlaceName)],
            milestones,
            [.. milestones.Where(milestone => milestone.IsDone).Select(milestone => milestone.Code)],
            await Reports(open, measure, cancel),
            await Served(measure, cancel),
            open.Reporter(measure) is null ? [] : ReportableMonths.Of(measure, open.Programme.Head.Years, open.Today));
    }

    private async Task<IReadOnlyList<MeasureReportView>> Reports(OpenMeasures open, Measure measure, CancellationToken cancel)
    {
        var reports = await book.Reports(open.Programme.Head.Code).Where(report => report.Measure == measure.Code)
            .OrderByDescending(report => report.Month).ThenByDescending(report => report.Version).ToListAsync(cancel);
        var evidence = await attachments.Of(MeasuresModule.ReportSubject, [.. reports.Select(report => $"{report.Id}")], cancel);
        var last = reports.GroupBy(report => report.Month).ToDictionary(month => month.Key, month => month.Max(report => report.Version));
        return
        [
            .. reports.Select(report => new MeasureReportView(
                report.Id, PeriodNumber.Read(report.Month), report.Version, last[report.Month] == report.Version, report.Percent, report.Words,
                [.. (measure.Milestones ?? []).Where(milestone => report.Milestones.Contains(milestone.Code)).Select(milestone => milestone.Name)],
                report.Organisation, report.By, report.At, evidence.GetValueOrDefault($"{report.Id}", []))),
        ];
    }

    // Through the gate, so that whoever may not see targets sees none here.
    private async Task<IReadOnlyList<ServedTarget>> Served(Measure measure, CancellationToken cancel)
    {
        if (measure.Serves is not { Count: > 0 } serves || (await run.Do(new GetBoard(), caller.Caller, cancel)).Value is not { } board)
            return [];
        return [.. board.Targets.Where(row => serves.Contains(row.Indicator)).Select(Target)];
    }

    private static ServedTarget Target(BoardRow row) => new(row.Indicator, row.Name, row.Year, row.EveryYear, new Light(row.Status, row.Colour, row.Word));
}

/// <summary>Which months may be reported: up to the present one, from the start of the work or of the programme, a year back at most.</summary>
internal static class ReportableMonths
{
    private const int Most = 12;

    public static IReadOnlyList<Period> Of(Measure measure, YearRange years, DateOnly today)
    {
        var first = measure.Start ?? new DateOnly(years.First, 1, 1);
        return [.. Enumerable.Range(0, Most).Select(back => today.AddMonths(-back)).Select(day => Period.OfMonth(day.Year, day.Month)).Where(month => month.End >= first)];
    }
}

internal sealed class FindMeasureReportSlice(LianzhangDb db) : Slice<FindMeasureReport, Done>
{
    public override Permission Permission { get; } = new("measures.read", Changes: false);

    protected override async Task<Answer<Done>> Handle(FindMeasureReport request, CancellationToken cancel) =>
        await db.Set<MeasureReport>().AnyAsync(report => report.Id == request.Id, cancel) ? Done.It : MeasureBook.NoMeasure;
}
