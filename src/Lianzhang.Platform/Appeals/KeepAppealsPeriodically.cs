using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Appeals;

/// <summary>Every hour while the server runs: ends what nobody rated, and tells of what is nearly due and of what is overdue.</summary>
internal sealed class KeepAppealsPeriodically(KeepAppeals keep, TimeProvider time, ILogger<KeepAppealsPeriodically> log) : Periodically(TimeSpan.FromHours(1), time, log)
{
    protected override Task Once(CancellationToken cancel) => keep.Once(cancel);
}

/// <summary>Does what time brings about with appeals, and leaves no entry in the record when there is nothing to do.</summary>
internal sealed class KeepAppeals(IServiceScopeFactory scopes, Run run, TimeProvider time)
{
    public async Task Once(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await CloseUnratedAppealsSlice.Unrated(scope.ServiceProvider.GetRequiredService<LianzhangDb>(), time.Today()).AnyAsync(cancel))
            await run.Do(new CloseUnratedAppeals(), Caller.Product, cancel);
        var due = scope.ServiceProvider.GetRequiredService<DueAppeals>();
        var calendar = (await scope.ServiceProvider.GetRequiredService<AppealBook>().Rules(cancel)).Calendar;
        if ((await due.Near(calendar, cancel)).Count > 0 || (await due.Overdue(cancel)).Count > 0)
            await run.Do(new WarnOfAppeals(), Caller.Product, cancel);
    }
}
