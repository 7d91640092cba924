using Microsoft.Extensions.Logging;
using Nexus.Bot.Routing;
using Quartz;

namespace Nexus.Bot.Jobs;

/// <summary>Hears of every run: settles its wake-up before it starts, and records a failure so that <c>/nexus status</c> shows it.</summary>
internal sealed partial class JobWatch(JobSchedule schedule, RecentErrors errors, ILogger<JobWatch> log) : IJobListener
{
    public string Name => nameof(JobWatch);

    public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        schedule.Ran(context.JobDetail.JobType.Type);
        return ValueTask.CompletedTask;
    }

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        if (jobException is not null)
        {
            var job = context.JobDetail.Key.Name;
            var cause = jobException.GetBaseException(); // Quartz wraps it twice
            JobFailed(log, cause, job, errors.Add(job, cause));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed ({Reference}); it runs again in its next sweep")]
    private static partial void JobFailed(ILogger log, Exception exception, string job, string reference);
}
