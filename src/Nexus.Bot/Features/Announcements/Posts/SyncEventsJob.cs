using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>
/// Keeps the server's scheduled events in step with the announcements that ask for one, until they begin. Of one that waits for approval
/// or is paused, what stands stays: an event that is deleted loses the people who are interested in it.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class SyncEventsJob(INexusDbFactory databases, EventSync sync, IJobSchedule schedule, TimeProvider clock, ILogger<SyncEventsJob> log) : IJob
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var now = clock.GetUtcNow();
        var wanted = await db.AcrossGuilds<Announcement>().AsNoTracking()
            .Where(it => it.Event == null
                ? db.AcrossGuilds<AnnouncementEvent>().Any(row => row.AnnouncementId == it.Id)
                : it.Event.StartsAt > now)
            .ToListAsync(cancellationToken);
        TimeSpan? again = null;
        foreach (var announcement in wanted.Where(it => it.CancelledAt is not null || !it.IsHeldBack))
        {
            try
            {
                var stands = announcement.CancelledAt is null && await StandsAsync(db, announcement, cancellationToken);
                if (!await sync.BringAsync(db, announcement, stands, cancellationToken))
                {
                    again ??= EventSync.Again;
                }
            }
            catch (DiscordApiException trouble)
            {
                NotNow(log, trouble, announcement.Id);
                again = AfterTrouble;
            }
        }

        if (again is { } pause)
        {
            schedule.WakeAt<SyncEventsJob>(clock.GetUtcNow() + pause);
        }
    }

    /// <summary>Confirmed, and not taken back.</summary>
    private static Task<bool> StandsAsync(NexusDb db, Announcement announcement, CancellationToken ct) =>
        db.In<Delivery>(announcement.GuildId)
            .Where(it => it.Kind == Announcement.DeliveryKind && it.SubjectId == announcement.Id)
            .Where(it => it.State == DeliveryState.Waiting || it.State == DeliveryState.Sending || it.State == DeliveryState.Sent || it.State == DeliveryState.Failed)
            .AnyAsync(it => !db.In<AnnouncementPost>(announcement.GuildId).Any(post => post.DeliveryId == it.Id && post.RemovedAt != null), ct);

    [LoggerMessage(Level = LogLevel.Information, Message = "The scheduled event of announcement {Announcement} could not be brought up to date now")]
    private static partial void NotNow(ILogger log, Exception exception, long announcement);
}
