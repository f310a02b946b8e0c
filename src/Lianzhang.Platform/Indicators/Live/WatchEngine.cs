using Lianzhang.Platform.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Indicators.Live;

/// <summary>Every few minutes while the server runs: looks whether anything is stuck.</summary>
internal sealed class WatchEngine(KeepEngine keep, TimeProvider time, ILogger<WatchEngine> log) : Periodically(TimeSpan.FromMinutes(5), time, log)
{
    protected override Task Once(CancellationToken cancel) => keep.Once(cancel);
}

/// <summary>Tells of what is stuck, and leaves no entry in the record when nothing is.</summary>
internal sealed class KeepEngine(IServiceScopeFactory scopes, Run run)
{
    public async Task Once(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<StuckQueues>().Untold(cancel)).Count > 0)
            await run.Do(new WarnStuck(), Caller.Product, cancel);
    }
}
