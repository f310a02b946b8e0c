using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>How many appeals ended unrated.</summary>
public sealed record ClosedAppeals(int Count);

/// <summary>Ends the appeals whose answer nobody rated in time: each once, whatever the number of processes.</summary>
public sealed record CloseUnratedAppeals : IRequest<ClosedAppeals>;

internal sealed class CloseUnratedAppealsSlice(LianzhangDb db, AppealBook book, AppealSteps steps, TellAppeals tell, TimeProvider time) : Slice<CloseUnratedAppeals, ClosedAppeals>
{
    public override Permission Permission { get; } = new("appeals.close", Changes: true, For: Audience.Product);

    protected override async Task<Answer<ClosedAppeals>> Handle(CloseUnratedAppeals request, CancellationToken cancel)
    {
        var (today, calendar, count) = (time.Today(), (await book.Rules(cancel)).Calendar, 0);
        var unrated = await Unrated(db, today).AsNoTracking().OrderBy(appeal => appeal.Id).ToListAsync(cancel);
        foreach (var appeal in unrated)
        {
            // Whoever turns the row is the one to tell of it.
            var turned = await Unrated(db, today).Where(one => one.Id == appeal.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.State, AppealState.Closed), cancel);
            var act = steps.Act(AppealStep.Close);
            if (turned == 0 || AppealFlow.Do(appeal.Standing, act, calendar, out _) is not { } move)
                continue;
            steps.Note(appeal, move, string.Empty);
            await tell.Of(appeal, act, appeal.Handler, cancel);
            count++;
        }

        return new ClosedAppeals(count);
    }

    internal static IQueryable<Appeal> Unrated(LianzhangDb db, DateOnly today) => db.Set<Appeal>().IgnoreQueryFilters().Where(appeal => appeal.State == AppealState.Answered && appeal.RateBy < today);
}
