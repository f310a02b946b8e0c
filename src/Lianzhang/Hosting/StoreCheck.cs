using Lianzhang.Platform.Shared;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lianzhang.Hosting;

/// <summary>Whether the store can be reached.</summary>
internal sealed class StoreCheck(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LianzhangDb>().Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy();
    }
}
