using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Indicators.Live;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Supervision;

/// <summary>Opens what rules call for and sees to deadlines, and leaves no entry in the record when there is nothing to do.</summary>
internal sealed class KeepSupervision(IServiceScopeFactory scopes, Run run, TimeProvider time)
{
    /// <summary>What boards and rules rest on, as a word that changes whenever any of it does.</summary>
    public async Task<string> Version(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CurrentBoard>().Version(cancel);
    }

    public async Task Open(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<WatchedMatters>().Calling(cancel)).Count > 0)
            await run.Do(new OpenOrders(), Caller.Product, cancel);
    }

    public async Task Fire(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        var due = await scope.ServiceProvider.GetRequiredService<LianzhangDb>().Set<OrderDeadline>().Where(deadline => deadline.FiredAt == null && deadline.At <= now)
            .OrderBy(deadline => deadline.At).Select(deadline => deadline.Id).ToListAsync(cancel);
        var failures = new List<Exception>();
        foreach (var deadline in due)
        {
            try
            {
                await run.Do(new FireDeadline(deadline), Caller.Product, cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One that cannot be seen to does not keep the others waiting.
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException(failures);
    }
}

/// <summary>While the server runs: looks for what rules call for as soon as anything that they rest on changes, and for deadlines that have come.</summary>
internal sealed class WatchSupervision(KeepSupervision keep, WarmBoards boards, TimeProvider time, ILogger<WatchSupervision> log) : Periodically(TimeSpan.FromMilliseconds(500), time, log)
{
    // Days pass and reports become overdue without anything being changed.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private string? seen;
    private long looked;
    private long waits;

    protected override async Task Once(CancellationToken cancel)
    {
        // Whoever opens a page waits for the first board; orders rest on the same and come right after it.
        await boards.Done.WaitAsync(cancel);
        // What fails is tried again after a minute, not twice a second.
        if (waits != 0 && Time.GetElapsedTime(waits) < Longest)
            return;
        waits = Time.GetTimestamp();
        await keep.Fire(cancel);
        var version = await keep.Version(cancel);
        if (version != seen || Time.GetElapsedTime(looked) >= Longest)
        {
            await keep.Open(cancel);
            (seen, looked) = (version, Time.GetTimestamp());
        }

        waits = 0;
    }
}
