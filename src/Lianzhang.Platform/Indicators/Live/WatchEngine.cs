using Lianzhang.Platform.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Indicators.Live;

/// <summary>Every few minutes while the server runs: looks whether anything is stuck.</summary>
internal sealed partial class WatchEngine(KeepEngine keep, TimeProvider time, ILogger<WatchEngine> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Try(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops; what is stuck is told of when it runs again.
        }
    }

    private async Task Try(CancellationToken cancel)
    {
        try
        {
            await keep.Once(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "It could not be found out what is stuck; it is tried again")]
    private partial void Failed(Exception failure);
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
