using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>
/// Brings the number on a post's "Got it" up to date: one edit for all who pressed it meanwhile. What is shown is kept, so that after
/// a crash the last number still gets there.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class CountAcknowledgementsJob(
    INexusDbFactory databases, PostedCards cards, IJobSchedule schedule, TimeProvider clock, ILogger<CountAcknowledgementsJob> log) : IJob
{
    /// <summary>Between two edits of one post.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    // Pressed before the bot has recorded that the post stands.
    private static readonly TimeSpan UntilRecorded = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var changed = db.AcrossGuilds<AnnouncementPost>()
            .Where(post => post.RemovedAt == null && post.ShownCount != db.AcrossGuilds<Acknowledgement>().Count(it => it.DeliveryId == post.DeliveryId));
        foreach (var post in await changed
            .Where(post => db.AcrossGuilds<Delivery>().Any(row => row.Id == post.DeliveryId && row.MessageId != null))
            .ToListAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ShowAsync(db, post, cancellationToken);
        }

        if (await changed.AnyAsync(
            post => db.AcrossGuilds<Delivery>().Any(row => row.Id == post.DeliveryId && (row.State == DeliveryState.Waiting || row.State == DeliveryState.Sending)),
            cancellationToken))
        {
            schedule.WakeAt<CountAcknowledgementsJob>(clock.GetUtcNow() + UntilRecorded);
        }
    }

    private async Task ShowAsync(NexusDb db, AnnouncementPost post, CancellationToken ct)
    {
        var count = await db.In<Acknowledgement>(post.GuildId).CountAsync(it => it.DeliveryId == post.DeliveryId, ct);
        try
        {
            if (await db.In<Delivery>(post.GuildId).AsNoTracking().SingleOrDefaultAsync(row => row.Id == post.DeliveryId, ct) is { } delivery)
            {
                await cards.RedrawAsync(db, delivery, RequestOptions.Batch, ct);
            }
        }
        catch (DiscordApiException refused) when (refused.IsPermanent)
        {
            // The message is gone or closed to the bot: the number is still right in /announce acks.
            NotShown(log, refused, post.DeliveryId);
        }
        catch (DiscordApiException trouble)
        {
            NotShown(log, trouble, post.DeliveryId);
            schedule.WakeAt<CountAcknowledgementsJob>(clock.GetUtcNow() + (trouble.RetryAfter ?? Pause));
            return;
        }

        await db.In<AnnouncementPost>(post.GuildId).Where(it => it.DeliveryId == post.DeliveryId)
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.ShownCount, count), ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The number of acknowledgements could not be shown on delivery {Delivery}")]
    private static partial void NotShown(ILogger log, Exception exception, long delivery);
}
