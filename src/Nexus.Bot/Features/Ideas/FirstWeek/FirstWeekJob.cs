using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Jobs;
using Nexus.Bot.Times;
using NodaTime;
using Quartz;

namespace Nexus.Bot.Features.Ideas.FirstWeek;

/// <summary>At nine by the server's clock, has mentors shown who has no idea yet: once a day, while a first week may still be somebody's.</summary>
[DisallowConcurrentExecution]
internal sealed class FirstWeekJob(
    INexusDbFactory databases, MentorPlace place, GuildConfigurations configurations, DeliveryQueue queue, IJobSchedule schedule, TimeProvider clock) : IJob
{
    /// <summary>Who joins so much later than the cohort began is not looked after any more.</summary>
    public const int LastDay = 8 * 7;

    private static readonly LocalTime At = new(9, 0);
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        List<IdeaSettings> servers;
        await using (var db = databases.Create())
        {
            servers = await db.AcrossGuilds<IdeaSettings>().AsNoTracking().Where(it => it.CohortStartDay != null).ToListAsync(cancellationToken);
        }

        foreach (var server in servers)
        {
            try
            {
                await PlanAsync(server, cancellationToken);
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
            {
                // Another instance has planned the same day.
            }
        }
    }

    private async Task PlanAsync(IdeaSettings server, CancellationToken ct)
    {
        var (now, zone, start) = (clock.GetUtcNow(), Zones.Named((await configurations.OfAsync(server.GuildId, ct)).TimeZone), server.CohortStart!.Value);
        var today = Instant.FromDateTimeOffset(now).InZone(zone).Date;
        var day = due(today) <= now ? today : today.PlusDays(-1);
        var next = LocalDate.Max(day.PlusDays(1), start.PlusDays(FirstWeekRules.CheckDays[0] - 1));
        if (FirstWeekRules.DayOf(start, next) <= LastDay)
        {
            schedule.WakeAt<FirstWeekJob>(due(next));
        }

        if (FirstWeekRules.DayOf(start, day) is var number && (number < FirstWeekRules.CheckDays[0] || number > LastDay)
            || await place.OfAsync(server.GuildId, ct) is not { } channel)
        {
            return;
        }

        await using var db = databases.Create();
        var (subject, occurrence) = (FirstWeekSource.SubjectOf(server.GuildId), Period.DaysBetween(Epoch, day));
        if (!await db.In<Delivery>(server.GuildId).AnyAsync(row => row.Kind == FirstWeekSource.DeliveryKind && row.SubjectId == subject && row.Occurrence >= occurrence, ct))
        {
            db.Add(Delivery.Plan(server.GuildId, FirstWeekSource.DeliveryKind, subject, DeliveryTarget.In(channel), due(day), occurrence));
            await db.SaveChangesAsync(ct);
            queue.WakeAt(now);
        }

        DateTimeOffset due(LocalDate date) => Zones.Moment(date + At, zone).ToDateTimeOffset().ToUniversalTime();
    }
}
