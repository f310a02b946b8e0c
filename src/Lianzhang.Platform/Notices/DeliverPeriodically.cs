using Lianzhang.Platform.Shared;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Notices;

/// <summary>Sends notices while the server runs.</summary>
internal sealed class DeliverPeriodically(DeliverNotices deliver, TimeProvider time, ILogger<DeliverPeriodically> log) : Periodically(TimeSpan.FromSeconds(10), time, log)
{
    protected override Task Once(CancellationToken cancel) => deliver.DeliverDue(cancel);
}
