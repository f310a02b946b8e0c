using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>Rounds that are past due and lack reports.</summary>
public sealed record FeedMissingReports : IRequest<WorkItems>;

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
