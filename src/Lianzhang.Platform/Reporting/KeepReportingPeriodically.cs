using Lianzhang.Platform.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Reporting;

/// <summary>Every hour while the server runs: opens rounds that are due, and reminds those who are to be reminded that day.</summary>
internal sealed class KeepReportingPeriodically(KeepReporting keep, TimeProvider time, ILogger<KeepReportingPeriodically> log) : Periodically(TimeSpan.FromHours(1), time, log)
{
    protected override Task Once(CancellationToken cancel) => keep.Once(cancel);
}

/// <summary>Does what time brings about in reporting, and leaves no entry in the record when there is nothing to do.</summary>
internal sealed class KeepReporting(IServiceScopeFactory scopes, Run run)
{
    public async Task Once(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<FindDueRounds>().All(cancel)).Count > 0)
            await run.Do(new OpenDueRounds(), Caller.Product, cancel);
        var find = scope.ServiceProvider.GetRequiredService<FindReminders>();
        if ((await find.Due(await find.People(cancel), cancel)).Count > 0)
            await run.Do(new RemindReporters(), Caller.Product, cancel);
    }
}
