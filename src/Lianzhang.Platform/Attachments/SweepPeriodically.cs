using Lianzhang.Platform.Shared;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Attachments;

/// <summary>Every hour while the server runs: sweeps files that nothing needs.</summary>
internal sealed class SweepPeriodically(SweepFiles sweep, TimeProvider time, ILogger<SweepPeriodically> log) : Periodically(TimeSpan.FromHours(1), time, log)
{
    protected override Task Once(CancellationToken cancel) => sweep.Once(cancel);
}
