using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>How many reports wait for a review.</summary>
public sealed record FeedReviews : IRequest<WorkItems>;

/// <summary>Rounds that are past due and lack reports.</summary>
public sealed record FeedMissingReports : IRequest<WorkItems>;

internal sealed class FeedReviewsSlice(LianzhangDb db) : Slice<FeedReviews, WorkItems>
{
    public override Permission Permission { get; } = new("reports.review", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedReviews request, CancellationToken cancel)
    {
        var waiting = db.Set<Report>().Where(report => report.State == ReportState.Submitted);
        var count = await waiting.CountAsync(cancel);
        if (count == 0)
            return new WorkItems([]);
        var first = await waiting.MinAsync(report => report.SubmittedAt, cancel);
        return new WorkItems([new WorkItem(WorkColumn.ToDo, ($"审核 {count} 份报表", $"Review {count} {(count == 1 ? "report" : "reports")}"), "/reviews", first)]);
    }
}

internal sealed class FeedMissingReportsSlice(LianzhangDb db, RoundBook book, TimeProvider time) : Slice<FeedMissingReports, WorkItems>
{
    public override Permission Permission { get; } = new("rounds.read", Changes: false);

    protected override async Task<Answer<WorkItems>> Handle(FeedMissingReports request, CancellationToken cancel)
    {
        var today = time.Today();
        // What is locked is over; why it is missing stands on the page of the round.
        var missing = await db.Set<Report>().With(RoundFilter.Missing, today).Where(report => report.Lock >= today).GroupBy(report => report.RoundId)
            .Select(group => new { Round = group.Key, Count = group.Count() }).OrderByDescending(one => one.Count).Take(WorkItems.Most).ToListAsync(cancel);
        var ids = missing.Select(one => one.Round).ToList();
        var rounds = await db.Set<ReportRound>().AsNoTracking().Where(round => ids.Contains(round.Id)).ToDictionaryAsync(round => round.Id, cancel);
        List<WorkItem> items = [];
        foreach (var one in missing)
        {
            var row = await book.Row(rounds[one.Round], RoundCounts.None, cancel);
            items.Add(new WorkItem(
                WorkColumn.Waiting, ($"《{row.Name.Zh}》（{row.Period.In(Language.Chinese)}）逾期未报 {one.Count} 份", $"{row.Name.In(Language.English)} ({row.Period}): {one.Count} missing"),
                $"/rounds/{row.Id}?filter=Missing", row.OpenedAt, row.Due));
        }

        return new WorkItems(items);
    }
}
