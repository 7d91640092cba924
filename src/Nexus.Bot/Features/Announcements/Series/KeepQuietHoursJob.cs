using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Quartz;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>Moves what was planned before the server chose its quiet hours; what they already moved stays where it was promised.</summary>
[DisallowConcurrentExecution]
internal sealed class KeepQuietHoursJob(NexusDb db, DeliveryQueue queue, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    // Longer than any quiet hours: what is due later is looked at later.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(26);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + Ahead;
        var configurations = await db.AcrossGuilds<GuildConfiguration>().AsNoTracking()
            .Where(it => it.QuietFrom != null && it.QuietUntil != null)
            .ToListAsync(cancellationToken);
        foreach (var configuration in configurations)
        {
            if (QuietHours.Of(configuration) is not { } quiet)
            {
                continue;
            }

            var rows = await db.In<Delivery>(configuration.GuildId).AsNoTracking()
                .Where(it => it.Kind == Announcement.DeliveryKind && it.State == DeliveryState.Waiting && it.DueAt > now && it.DueAt < until)
                .Where(it => !db.In<Announcement>(configuration.GuildId).Any(announcement => announcement.Id == it.SubjectId && announcement.IgnoresQuietHours))
                .Select(it => new { it.Id, it.DueAt })
                .ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                var due = quiet.Wait(row.DueAt);
                if (due != row.DueAt)
                {
                    await db.In<Delivery>(configuration.GuildId)
                        .Where(it => it.Id == row.Id && it.State == DeliveryState.Waiting && it.DueAt == row.DueAt)
                        .ExecuteUpdateAsync(set => set.SetProperty(it => it.DueAt, due).SetProperty(it => it.NextTryAt, due), cancellationToken);
                    queue.WakeAt(due);
                }
            }
        }
    }
}
