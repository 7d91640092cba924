using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements;

/// <summary>
/// One server's announcements and what becomes of them. A delivery is changed only while it waits, in one conditional update:
/// the job that sends may be taking it at the same moment.
/// </summary>
internal sealed class AnnouncementBook(NexusDb db, DeliveryQueue queue, AnnouncementSchedule schedule, TimeProvider clock)
{
    private const int MostPosted = 100;
    private static readonly TimeSpan DraftsLive = TimeSpan.FromDays(1);

    public Task<Announcement?> FindAsync(Snowflake guild, long id, CancellationToken ct) =>
        db.In<Announcement>(guild).SingleOrDefaultAsync(it => it.Id == id, ct);

    /// <summary>Where it stands: of a series the one that is next, else the last.</summary>
    public Task<Delivery?> DeliveryOfAsync(Announcement announcement, CancellationToken ct) =>
        Deliveries(announcement.GuildId).AsNoTracking().Where(it => it.SubjectId == announcement.Id).OrderByDescending(it => it.Occurrence).FirstOrDefaultAsync(ct);

    /// <summary>Starts a draft; the same person's forgotten ones go.</summary>
    public async Task<Announcement> DraftAsync(Snowflake guild, Snowflake author, Snowflake channel, DateTimeOffset due, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var old = now - DraftsLive;
        await db.In<Announcement>(guild)
            .Where(it => it.AuthorId == author && it.CreatedAt < old && !Deliveries(guild).Any(delivery => delivery.SubjectId == it.Id))
            .ExecuteDeleteAsync(ct);
        var draft = new Announcement { GuildId = guild, AuthorId = author, OwnerId = author, ChannelId = channel, DueAt = due, CreatedAt = now };
        db.Add(draft);
        await db.SaveChangesAsync(ct);
        return draft;
    }

    /// <summary>Makes a draft a promise. Two presses at once meet at a unique index, and the second finds the first's row.</summary>
    public Task<PlanResult> ConfirmAsync(Announcement announcement, Snowflake by, CancellationToken ct) => schedule.PlanAsync(announcement, by, ct);

    /// <summary>Saves what was changed, and plans it anew when it is more than a draft; false when it is being posted or no longer waits.</summary>
    public async Task<bool> SaveAsync(Announcement announcement, Snowflake by, CancellationToken ct)
    {
        if (announcement.CancelledAt is not null)
        {
            return false;
        }

        if (announcement.AwaitsApproval || (announcement.SentBackReason is null && await DeliveryOfAsync(announcement, ct) is not null))
        {
            return (await schedule.PlanAsync(announcement, by, ct)).State != PlanState.TooLate;
        }

        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>False when it is being posted or no longer waits.</summary>
    public Task<bool> CancelAsync(Announcement announcement, CancellationToken ct) => schedule.CancelAsync(announcement, ct);

    /// <summary>Takes a cancellation back; false when it is not cancelled or its time has passed.</summary>
    public Task<bool> RestoreAsync(Announcement announcement, CancellationToken ct) => schedule.RestoreAsync(announcement, ct);

    /// <summary>Sends a failed one again, now; false when it has not failed (any more).</summary>
    public async Task<bool> RetryAsync(Announcement announcement, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var retried = await ChangedAsync(Deliveries(announcement.GuildId)
            .Where(it => it.SubjectId == announcement.Id && it.State == DeliveryState.Failed)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(it => it.State, DeliveryState.Waiting)
                    .SetProperty(it => it.NextTryAt, now)
                    .SetProperty(it => it.Tries, 0)
                    .SetProperty(it => it.Failure, (DeliveryFailure?)null),
                ct));
        if (retried)
        {
            queue.WakeAt(now);
        }

        return retried;
    }

    /// <summary>Those still to be posted, soonest first.</summary>
    public Task<List<AnnouncementEntry>> ComingAsync(Snowflake guild, CancellationToken ct) =>
        Entries(guild)
            .Where(entry => entry.Delivery.State == DeliveryState.Waiting || entry.Delivery.State == DeliveryState.Sending)
            .OrderBy(entry => entry.Delivery.DueAt)
            .Select(entry => new AnnouncementEntry(entry.Announcement, entry.Delivery))
            .ToListAsync(ct);

    /// <summary>What needs somebody first, then the coming ones, then the latest that were posted.</summary>
    public async Task<IReadOnlyList<AnnouncementEntry>> AllAsync(Snowflake guild, CancellationToken ct)
    {
        var failed = await Entries(guild)
            .Where(entry => entry.Delivery.State == DeliveryState.Failed)
            .OrderByDescending(entry => entry.Delivery.DueAt)
            .Select(entry => new AnnouncementEntry(entry.Announcement, entry.Delivery))
            .ToListAsync(ct);
        var coming = await ComingAsync(guild, ct);
        var posted = await Entries(guild)
            .Where(entry => entry.Delivery.State == DeliveryState.Sent)
            .OrderByDescending(entry => entry.Delivery.SentAt)
            .Take(MostPosted)
            .Select(entry => new AnnouncementEntry(entry.Announcement, entry.Delivery))
            .ToListAsync(ct);
        return [.. failed, .. coming, .. posted];
    }

    private IQueryable<Delivery> Deliveries(Snowflake guild) =>
        db.In<Delivery>(guild).Where(it => it.Kind == Announcement.DeliveryKind);

    private IQueryable<Pair> Entries(Snowflake guild) =>
        from announcement in db.In<Announcement>(guild).AsNoTracking()
        join delivery in Deliveries(guild).AsNoTracking() on announcement.Id equals delivery.SubjectId
        select new Pair { Announcement = announcement, Delivery = delivery };

    private async Task<bool> ChangedAsync(Task<int> update)
    {
        var changed = await update == 1;
        db.HasSaved |= changed;
        return changed;
    }

    private sealed class Pair
    {
        public required Announcement Announcement { get; init; }

        public required Delivery Delivery { get; init; }
    }
}
