using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>The reports that one's own unit has to send, and those that it waits for.</summary>
public sealed record FeedOwnReports : IRequest<WorkItems>;

internal sealed class FeedOwnReportsSlice(LianzhangDb db, ReportBook reports, RoundBook rounds, TimeProvider time) : Slice<FeedOwnReports, WorkItems>
{
    public override Permission Permission { get; } = new("reports.fill", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedOwnReports request, CancellationToken cancel)
    {
        var today = time.Today();
        var own = reports.Own().AsNoTracking();
        // What is locked cannot be sent any more, and is no work.
        var open = await own.Where(report => (report.State == ReportState.Open || report.State == ReportState.Returned || report.State == ReportState.Correcting) && report.ExemptReason == null && report.Lock >= today)
            .OrderBy(report => report.Due).ThenBy(report => report.Id).Take(WorkItems.Most).ToListAsync(cancel);
        var sent = await own.Where(report => report.State == ReportState.Submitted).OrderBy(report => report.SubmittedAt).Take(WorkItems.Most).ToListAsync(cancel);
        List<WorkItem> items = [];
        foreach (var report in open.Concat(sent))
            items.Add(await Item(report, cancel));
        return new WorkItems(items);
    }

    private async Task<WorkItem> Item(Report report, CancellationToken cancel)
    {
        var round = await db.Set<ReportRound>().AsNoTracking().SingleAsync(round => round.Id == report.RoundId, cancel);
        var name = (await rounds.Programme(round, cancel)).FindForm(round.Form)!.Name;
        var period = PeriodNumber.Read(round.Period);
        var (zh, en) = ($"《{name.Zh}》（{period.In(Language.Chinese)}）", $"{name.In(Language.English)} ({period})");
        return report.State == ReportState.Submitted
            ? new WorkItem(WorkColumn.Waiting, ($"{zh}待审核", $"{en} is in review"), $"/reports/{report.Id}", report.SubmittedAt)
            : new WorkItem(WorkColumn.ToDo, ($"{What(report.State).Zh}{zh}", $"{What(report.State).En} {en}"), $"/reports/{report.Id}", round.OpenedAt, report.Due);
    }

    private static Text What(ReportState state) => state switch
    {
        ReportState.Returned => ("修改后重报", "Put right and send again"),
        ReportState.Correcting => ("更正", "Finish correcting"),
        _ => ("填报", "Fill in"),
    };
}
