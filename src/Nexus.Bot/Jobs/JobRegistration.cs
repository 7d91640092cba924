using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Nexus.Bot.Jobs;

/// <summary>Wires Quartz: in memory, because the due rows are the memory.</summary>
internal static class JobRegistration
{
    private const int JobsAtOnce = 4;
    private static readonly TimeSpan IdleWait = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddJobs(this IServiceCollection services, IReadOnlyList<JobPlan> plans)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();

            // Quartz otherwise looks around every half minute; a new trigger wakes it anyhow, and each look is a stop for a clock that is moved.
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.IdleWaitTime = IdleWait;

                // A stop waits for what a job has begun; a long one is told to begin nothing more.
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs;
            });
            quartz.UseDefaultThreadPool(JobsAtOnce);
            quartz.AddJobListener<JobWatch>();
        });
        services.AddSingleton(plans);
        services.AddSingleton<JobSchedule>();
        services.AddSingleton<IJobSchedule>(provider => provider.GetRequiredService<JobSchedule>());
        return services;
    }
}
