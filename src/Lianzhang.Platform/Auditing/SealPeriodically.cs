using Lianzhang.Platform.Shared;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Auditing;

/// <summary>Seals the record every few seconds while the server runs, and once more when it stops.</summary>
internal sealed class SealPeriodically(SealAudit seal, TimeProvider time, ILogger<SealPeriodically> log) : Periodically(TimeSpan.FromSeconds(5), time, log)
{
    protected override Task Once(CancellationToken cancel) => seal.Seal(cancel);

    // A store that cannot be reached then: what is not yet sealed stays marked and is reported as the unanchored end.
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Try(cancellationToken);
    }
}
