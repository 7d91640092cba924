using Microsoft.Extensions.Hosting;
using Nexus.Bot.Times;

namespace Nexus.Bot.Hosting;

/// <summary>What can wait until the start is over: work that the first people would otherwise wait for, and giving back what the start has used.</summary>
internal sealed class AfterStart(TimeProvider clock) : BackgroundService
{
    // The first answers come first.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(4);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Settled, clock, stoppingToken);
        WhenWarmUp.Run(clock.GetUtcNow());

        // An idle bot allocates so little that its collector would keep the memory of the start for hours.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
