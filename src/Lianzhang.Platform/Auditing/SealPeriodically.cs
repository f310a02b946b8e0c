using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Auditing;

/// <summary>Seals the record every few seconds while the server runs, and once more when it stops.</summary>
internal sealed partial class SealPeriodically(SealAudit seal, TimeProvider time, ILogger<SealPeriodically> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

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
            // The server stops.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Try(cancellationToken);
    }

    // A store that cannot be reached now is tried again: what is not yet sealed stays marked and is reported as the unanchored end.
    private async Task Try(CancellationToken cancel)
    {
        try
        {
            await seal.Seal(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The record could not be sealed; it is tried again")]
    private partial void Failed(Exception failure);
}
