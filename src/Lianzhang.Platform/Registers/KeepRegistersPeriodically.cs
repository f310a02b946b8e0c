using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Registers;

/// <summary>Every hour while the server runs: tells of titles that end, and ends offers that were not confirmed in time.</summary>
internal sealed class KeepRegistersPeriodically(KeepRegisters keep, TimeProvider time, ILogger<KeepRegistersPeriodically> log) : Periodically(TimeSpan.FromHours(1), time, log)
{
    protected override Task Once(CancellationToken cancel) => keep.Once(cancel);
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
