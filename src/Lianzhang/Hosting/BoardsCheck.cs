using Lianzhang.Platform.Indicators.Live;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lianzhang.Hosting;

/// <summary>Whether boards are answered at once; waits until the first one is computed.</summary>
internal sealed class BoardsCheck(WarmBoards boards) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await boards.Done.WaitAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
