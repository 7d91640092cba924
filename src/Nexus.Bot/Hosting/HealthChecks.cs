using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Nexus.Bot.Data;
using Nexus.Bot.Jobs;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Hosting;

internal sealed class GatewayHealthCheck(GatewayClient gateway) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(gateway.State == GatewayState.Ready
            ? HealthCheckResult.Healthy("connected")
            : HealthCheckResult.Unhealthy(gateway.State.ToString()));
}

internal sealed class DatabaseHealthCheck(DatabaseStartup startup, INexusDbFactory databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!startup.IsReady)
        {
            return HealthCheckResult.Unhealthy("being prepared");
        }

        await using var db = databases.Create();
        return await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy("reachable")
            : HealthCheckResult.Unhealthy("not reachable");
    }
}

internal sealed class SchedulerHealthCheck(JobSchedule schedule) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(schedule.IsRunning ? HealthCheckResult.Healthy("running") : HealthCheckResult.Unhealthy("not running"));
}
