using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Attachments;

/// <summary>Every hour while the server runs: sweeps files that nothing needs.</summary>
internal sealed partial class SweepPeriodically(SweepFiles sweep, TimeProvider time, ILogger<SweepPeriodically> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

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
            // The server stops; what is left is swept when it runs again.
        }
    }

    private async Task Try(CancellationToken cancel)
    {
        try
        {
            await sweep.Once(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Files could not be swept; it is tried again")]
    private partial void Failed(Exception failure);
}
