using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>Plans the reminders of every deadline that has something to plan, and asks to be woken for the next.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PlanDeadlinesJob(
    INexusDbFactory databases, DeadlinePlanner planner, IJobSchedule schedule, TimeProvider clock, ILogger<PlanDeadlinesJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Deadline> due;
        await using (var db = databases.Create())
        {
            due = await db.AcrossGuilds<Deadline>().AsNoTracking().Where(deadline => deadline.PlanAt <= now).OrderBy(deadline => deadline.DueAt).ToListAsync(cancellationToken);
        }

        foreach (var deadline in due)
        {
            try
            {
                await using var db = databases.Create();
                await planner.PlanAsync(db, deadline, cancellationToken);
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
            {
                // Another instance plans the same; what is left is found in the next sweep.
            }
            catch (DiscordApiException trouble)
            {
                NotPlanned(log, trouble, deadline.Id);
            }
        }

        await using var after = databases.Create();
        if (await after.AcrossGuilds<Deadline>().Where(deadline => deadline.PlanAt > now).MinAsync(deadline => deadline.PlanAt, cancellationToken) is { } next)
        {
            schedule.WakeAt<PlanDeadlinesJob>(next);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reminders of deadline {Deadline} could not be planned now; they are in the next sweep")]
    private static partial void NotPlanned(ILogger log, Exception exception, long deadline);
}
