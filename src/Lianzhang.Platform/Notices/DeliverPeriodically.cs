using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Notices;

/// <summary>Sends notices while the server runs.</summary>
internal sealed partial class DeliverPeriodically(DeliverNotices deliver, TimeProvider time, ILogger<DeliverPeriodically> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

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
            // The server stops; what is due is sent when it runs again.
        }
    }

    private async Task Try(CancellationToken cancel)
    {
        try
        {
            await deliver.DeliverDue(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Notices could not be sent; they are tried again")]
    private partial void Failed(Exception failure);
}
