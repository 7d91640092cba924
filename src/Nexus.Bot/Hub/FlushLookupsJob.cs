using Quartz;

namespace Nexus.Bot.Hub;

/// <summary>Brings what <see cref="LookupLog"/> counted into the rows.</summary>
[DisallowConcurrentExecution]
internal sealed class FlushLookupsJob(LookupLog lookups) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await lookups.FlushAsync(cancellationToken);
}
