using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
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
        foreach (var deadline in due)
            await run.Do(new FireDeadline(deadline), Caller.Product, cancel);
    }
}

/// <summary>While the server runs: looks for what rules call for as soon as anything that they rest on changes, and for deadlines that have come.</summary>
internal sealed partial class WatchSupervision(KeepSupervision keep, TimeProvider time, ILogger<WatchSupervision> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Days pass and reports become overdue without anything being changed.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        var (seen, at) = (string.Empty, long.MinValue);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                (seen, at) = await Try(seen, at, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops; what is due is seen to when it runs again.
        }
    }

    // What failed is tried again with the next minute, not twice a second.
    private async Task<(string Seen, long At)> Try(string seen, long at, CancellationToken cancel)
    {
        try
        {
            await keep.Fire(cancel);
            var isLate = at == long.MinValue || time.GetElapsedTime(at) >= Longest;
            var version = await keep.Version(cancel);
            if (version == seen && !isLate)
                return (seen, at);
            seen = version;
            await keep.Open(cancel);
            return (seen, isLate ? time.GetTimestamp() : at);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(failure);
            return (seen, time.GetTimestamp());
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Orders could not be looked after; it is tried again")]
    private partial void Failed(Exception failure);
}
