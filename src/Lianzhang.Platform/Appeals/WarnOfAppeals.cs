using Lianzhang.Core.Appeals;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>Of how many appeals people were told that their day is near, and how many were marked overdue.</summary>
public sealed record WarnedAppeals(int Near, int Overdue);

/// <summary>
/// Tells those who have to act of appeals whose day is the next working day at the latest, and of those whose day has passed: of each once
/// for each clock, whatever the number of processes.
/// </summary>
public sealed record WarnOfAppeals : IRequest<WarnedAppeals>;

internal sealed class WarnOfAppealsSlice(LianzhangDb db, DueAppeals due, TellAppeals tell, AppealBook book) : Slice<WarnOfAppeals, WarnedAppeals>
{
    public override Permission Permission { get; } = new("appeals.warn", Changes: true, For: Audience.Product);

    protected override async Task<Answer<WarnedAppeals>> Handle(WarnOfAppeals request, CancellationToken cancel)
    {
        var calendar = (await book.Rules(cancel)).Calendar;
        var (near, overdue) = (0, 0);
        foreach (var appeal in await due.Near(calendar, cancel))
        {
            var claimed = await Still(appeal).Where(one => one.WarnedStage < appeal.Stage).ExecuteUpdateAsync(set => set.SetProperty(one => one.WarnedStage, appeal.Stage), cancel);
            if (claimed == 0)
                continue;
            await Tell(appeal, ($"{appeal.Reference}将于 {appeal.ActBy:yyyy-MM-dd} 到期，请尽快{Verb(appeal).Zh}。", $"Appeal {appeal.Year}-{appeal.Number} is due on {appeal.ActBy:yyyy-MM-dd}; {Verb(appeal).En} it."), cancel);
            near++;
        }

        foreach (var appeal in await due.Overdue(cancel))
        {
            var claimed = await Still(appeal).Where(one => one.OverdueStage < appeal.Stage).ExecuteUpdateAsync(set => set.SetProperty(one => one.OverdueStage, appeal.Stage), cancel);
            if (claimed == 0)
                continue;
            await Tell(appeal, ($"{appeal.Reference}已超期（{appeal.ActBy:yyyy-MM-dd}），请立即{Verb(appeal).Zh}。", $"Appeal {appeal.Year}-{appeal.Number} was due on {appeal.ActBy:yyyy-MM-dd}; {Verb(appeal).En} it now."), cancel);
            overdue++;
        }

        return new WarnedAppeals(near, overdue);
    }

    // What was done to it since it was read is no longer claimed.
    private IQueryable<Appeal> Still(Appeal appeal) => db.Set<Appeal>().IgnoreQueryFilters().Where(one => one.Id == appeal.Id && one.ActBy == appeal.ActBy && one.State == appeal.State);

    private Task Tell(Appeal appeal, Text what, CancellationToken cancel) => appeal.State == AppealState.Filed ? tell.Routers(appeal, what, cancel) : tell.Handlers(appeal, what, cancel);

    private static Text Verb(Appeal appeal) => appeal.State == AppealState.Filed ? ("分办", "route") : ("办理", "answer");
}

/// <summary>Finds the appeals of which people are to be told that their day is near or has passed.</summary>
internal sealed class DueAppeals(LianzhangDb db, TimeProvider time)
{
    public Task<List<Appeal>> Near(WorkingCalendar calendar, CancellationToken cancel)
    {
        var (today, until) = (time.Today(), calendar.AddWorkingDays(time.Today(), 1));
        return Waiting().Where(appeal => appeal.ActBy >= today && appeal.ActBy <= until && appeal.WarnedStage < (appeal.State == AppealState.Filed ? 1 : 1 + appeal.Round)).ToListAsync(cancel);
    }

    public Task<List<Appeal>> Overdue(CancellationToken cancel)
    {
        var today = time.Today();
        return Waiting().Where(appeal => appeal.ActBy < today && appeal.OverdueStage < (appeal.State == AppealState.Filed ? 1 : 1 + appeal.Round)).ToListAsync(cancel);
    }

    private IQueryable<Appeal> Waiting() => db.Set<Appeal>().IgnoreQueryFilters().AsNoTracking().Where(appeal => appeal.ActBy != null).OrderBy(appeal => appeal.ActBy).ThenBy(appeal => appeal.Id);
}
