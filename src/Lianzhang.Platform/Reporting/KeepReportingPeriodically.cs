using Lianzhang.Platform.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Reporting;

/// <summary>Every hour while the server runs: opens rounds that are due, and reminds those who are to be reminded that day.</summary>
internal sealed partial class KeepReportingPeriodically(KeepReporting keep, TimeProvider time, ILogger<KeepReportingPeriodically> log) : BackgroundService
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
            // The server stops; what is due is done when it runs again.
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Rounds could not be looked after; it is tried again")]
    private partial void Failed(Exception failure);
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
