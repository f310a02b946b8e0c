using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Registers;

/// <summary>Every hour while the server runs: tells of titles that end, and ends offers that were not confirmed in time.</summary>
internal sealed partial class KeepRegistersPeriodically(KeepRegisters keep, TimeProvider time, ILogger<KeepRegistersPeriodically> log) : BackgroundService
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The registers could not be looked after; it is tried again")]
    private partial void Failed(Exception failure);
}

/// <summary>Does what time brings about in the registers, and leaves no entry in the record when there is nothing to do.</summary>
internal sealed class KeepRegisters(IServiceScopeFactory scopes, Run run)
{
    public async Task Once(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<EndingTitles>().Untold(cancel)).Count > 0)
            await run.Do(new WarnExpiringTitles(), Caller.Product, cancel);
        if (await scope.ServiceProvider.GetRequiredService<OfferSteps>().Passed().AnyAsync(cancel))
            await run.Do(new ExpireOffers(), Caller.Product, cancel);
    }
}
