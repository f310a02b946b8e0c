using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Reporting;

/// <summary>Every hour while the server runs: opens rounds that are due, and reminds those who are to be reminded that day.</summary>
internal sealed class KeepReportingPeriodically(KeepReporting keep, TimeProvider time, ILogger<KeepReportingPeriodically> log) : Periodically(TimeSpan.FromHours(1), time, log)
{
    protected override Task Once(CancellationToken cancel) => keep.Once(cancel);
}

/// <summary>Does what time brings about in reporting, and leaves no entry in the record when there is nothing to do; forgets moves of reports that nobody needs any more.</summary>
internal sealed class KeepReporting(IServiceScopeFactory scopes, Run run, TimeProvider time)
{
    // Whoever keeps counts counts anew each day.
    private const int DaysOfMoves = 2;

    public async Task Once(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<FindDueRounds>().All(cancel)).Count > 0)
            await run.Do(new OpenDueRounds(), Caller.Product, cancel);
        var find = scope.ServiceProvider.GetRequiredService<FindReminders>();
        if ((await find.Due(await find.People(cancel), cancel)).Count > 0)
            await run.Do(new RemindReporters(), Caller.Product, cancel);
        var over = time.Today().AddDays(-DaysOfMoves);
        await scope.ServiceProvider.GetRequiredService<LianzhangDb>().Set<ReportMove>().Where(move => move.On < over).ExecuteDeleteAsync(cancel);
    }
}
