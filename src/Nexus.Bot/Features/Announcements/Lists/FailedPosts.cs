using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Lists;

/// <summary>What could not be posted, and another try at it.</summary>
internal sealed class FailedPosts(NexusDb db, DeliveryQueue queue, TimeProvider clock)
{
    /// <summary>The announcement of a failed post; null when it has not failed (any more).</summary>
    public Task<Announcement?> FindAsync(Snowflake guild, long post, CancellationToken ct) =>
        Failed(guild).Where(row => row.Id == post)
            .Join(db.In<Announcement>(guild), row => row.SubjectId, announcement => announcement.Id, (row, announcement) => announcement)
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);

    /// <summary>Sends one again, now, or all that nothing holds back; how many.</summary>
    public async Task<int> RetryAsync(Snowflake guild, long? post, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = db.In<Announcement>(guild)
            .Where(it => it.CancelledAt == null && it.DiscardedAt == null && it.PausedAt == null && it.SentBackReason == null && !(it.SubmittedAt != null && it.ApprovedBy == null));
        var retried = await Failed(guild)
            .Where(row => (post == null || row.Id == post) && open.Any(it => it.Id == row.SubjectId))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(it => it.State, DeliveryState.Waiting)
                    .SetProperty(it => it.NextTryAt, now)
                    .SetProperty(it => it.Tries, 0)
                    .SetProperty(it => it.Failure, (DeliveryFailure?)null),
                ct);
        if (retried > 0)
        {
            db.HasSaved = true;
            queue.WakeAt(now);
        }

        return retried;
    }

    private IQueryable<Delivery> Failed(Snowflake guild) =>
        db.In<Delivery>(guild).Where(row => row.Kind == Announcement.DeliveryKind && row.State == DeliveryState.Failed);
}
