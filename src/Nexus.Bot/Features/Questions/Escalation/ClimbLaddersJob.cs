using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>Climbs the ladders of every open question that has a step due, and asks to be woken for the next.</summary>
[DisallowConcurrentExecution]
internal sealed partial class ClimbLaddersJob(
    INexusDbFactory databases, LadderClimber climber, DeliveryQueue queue, IJobSchedule schedule, TimeProvider clock, ILogger<ClimbLaddersJob> log) : IJob
{
    // Of two at once the later one looks again.
    private const int MostLooks = 3;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<long> due;
        await using (var db = databases.Create())
        {
            due = await db.AcrossGuilds<Question>().Where(question => question.ClimbAt <= now).OrderBy(question => question.ClimbAt).ThenBy(question => question.Id)
                .Select(question => question.Id).ToListAsync(cancellationToken);
        }

        foreach (var id in due)
        {
            try
            {
                if (await ClimbAsync(id, cancellationToken))
                {
                    queue.WakeAt(now);
                }
            }
            catch (DiscordApiException trouble)
            {
                NotClimbed(log, trouble, id);
            }
        }

        await using var after = databases.Create();
        if (await after.AcrossGuilds<Question>().Where(question => question.ClimbAt > now).MinAsync(question => question.ClimbAt, cancellationToken) is { } next)
        {
            schedule.WakeAt<ClimbLaddersJob>(next);
        }
    }

    private async Task<bool> ClimbAsync(long id, CancellationToken ct)
    {
        for (var look = 1; ; look++)
        {
            try
            {
                await using var db = databases.Create();
                return await db.AcrossGuilds<Question>().SingleOrDefaultAsync(question => question.Id == id && question.ClimbAt != null, ct) is { } question
                    && await climber.ClimbAsync(db, question, ct);
            }
            catch (DbUpdateException clash) when (look < MostLooks && DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
            {
                // Somebody claimed it at this moment, or another instance climbs it.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Question {Question} could not be offered to anybody now; it is in the next sweep")]
    private static partial void NotClimbed(ILogger log, Exception exception, long question);
}
