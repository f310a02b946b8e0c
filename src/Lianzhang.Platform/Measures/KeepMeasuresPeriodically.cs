using Lianzhang.Platform.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Measures;

/// <summary>Every hour while the server runs: reminds of months that were not reported, and leaves no entry in the record when there is nothing to do.</summary>
internal sealed class KeepMeasuresPeriodically(IServiceScopeFactory scopes, Run run, TimeProvider time, ILogger<KeepMeasuresPeriodically> log) : Periodically(TimeSpan.FromHours(1), time, log)
{
    protected override async Task Once(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<DueMeasures>().Find(cancel) is { Tasks.Count: > 0 })
            await run.Do(new RemindMeasures(), Caller.Product, cancel);
    }
}
