using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Shared;

/// <summary>Work that comes again and again while the server runs. What fails is logged and done the next time; what the server's end cuts short, when it runs again.</summary>
internal abstract partial class Periodically(TimeSpan every, TimeProvider time, ILogger log) : BackgroundService
{
    protected TimeProvider Time => time;

    protected abstract Task Once(CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
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

    /// <summary>Does it now, and logs what fails.</summary>
    protected async Task Try(CancellationToken cancel)
    {
        try
        {
            await Once(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(failure, GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed; it is tried again")]
    private partial void Failed(Exception failure, string work);
}
