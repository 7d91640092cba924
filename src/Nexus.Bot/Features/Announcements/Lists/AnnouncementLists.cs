using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Lists;

/// <summary>Where announcements stand, as people ask for it.</summary>
internal enum AnnouncementList
{
    /// <summary>Everything but drafts: what needs somebody first, then what comes, then what was.</summary>
    All,
    Coming,
    Drafts,
    Waiting,
    Posted,
    Failed,
    Paused,
}

/// <param name="List">The narrowest list it is in.</param>
/// <param name="Delivery">Null for what has no place in the queue.</param>
internal sealed record ListedAnnouncement(AnnouncementList List, Announcement Announcement, Delivery? Delivery = null)
{
    public int Acknowledged { get; init; }

    /// <summary>The post was taken back.</summary>
    public bool IsRemoved { get; init; }
}

/// <summary>One server's announcements by where they stand.</summary>
internal sealed class AnnouncementLists(NexusDb db)
{
    private const int MostPosted = 100;

    public async Task<IReadOnlyList<ListedAnnouncement>> FindAsync(Snowflake guild, AnnouncementList list, CancellationToken ct) => list switch
    {
        AnnouncementList.Failed => await FailedAsync(guild, ct),
        AnnouncementList.Waiting => await HeldAsync(guild, list, it => it.SubmittedAt != null && it.ApprovedBy == null, ct),
        AnnouncementList.Coming => await ComingAsync(guild, ct),
        AnnouncementList.Paused => await HeldAsync(guild, list, it => it.PausedAt != null && !(it.SubmittedAt != null && it.ApprovedBy == null), ct),
        AnnouncementList.Posted => await PostedAsync(guild, ct),
        AnnouncementList.Drafts => await HeldAsync(
            guild,
            list,
            it => it.Title != "" && !(it.SubmittedAt != null && it.ApprovedBy == null)
                && (it.SentBackReason != null || !db.In<Delivery>(guild).Any(row => row.Kind == Announcement.DeliveryKind && row.SubjectId == it.Id)),
            ct),
        AnnouncementList.All =>
        [
            .. await FindAsync(guild, AnnouncementList.Failed, ct),
            .. await FindAsync(guild, AnnouncementList.Waiting, ct),
            .. await FindAsync(guild, AnnouncementList.Coming, ct),
            .. await FindAsync(guild, AnnouncementList.Paused, ct),
            .. await FindAsync(guild, AnnouncementList.Posted, ct),
        ],
    };

    private async Task<IReadOnlyList<ListedAnnouncement>> FailedAsync(Snowflake guild, CancellationToken ct)
    {
        var rows = await Pairs(guild, Rows(guild).Where(row => row.State == DeliveryState.Failed)).OrderByDescending(pair => pair.Delivery.DueAt).Take(MostPosted).ToListAsync(ct);
        return [.. rows.Select(pair => new ListedAnnouncement(AnnouncementList.Failed, pair.Announcement, pair.Delivery))];
    }

    private async Task<IReadOnlyList<ListedAnnouncement>> ComingAsync(Snowflake guild, CancellationToken ct)
    {
        var rows = await Pairs(guild, Rows(guild).Where(row => row.State == DeliveryState.Waiting || row.State == DeliveryState.Sending))
            .OrderBy(pair => pair.Delivery.DueAt)
            .ToListAsync(ct);
        return [.. rows.Select(pair => new ListedAnnouncement(AnnouncementList.Coming, pair.Announcement, pair.Delivery))];
    }

    private async Task<IReadOnlyList<ListedAnnouncement>> PostedAsync(Snowflake guild, CancellationToken ct)
    {
        var removed = db.In<AnnouncementPost>(guild).Where(post => post.RemovedAt != null);
        var acknowledged = db.In<Acknowledgement>(guild);
        var rows = await Pairs(guild, Rows(guild).Where(row => row.State == DeliveryState.Sent))
            .OrderByDescending(pair => pair.Delivery.SentAt)
            .Take(MostPosted)
            .Select(pair => new
            {
                pair.Announcement,
                pair.Delivery,
                Acknowledged = acknowledged.Count(it => it.DeliveryId == pair.Delivery.Id),
                IsRemoved = removed.Any(post => post.DeliveryId == pair.Delivery.Id),
            })
            .ToListAsync(ct);
        return [.. rows.Select(row => new ListedAnnouncement(AnnouncementList.Posted, row.Announcement, row.Delivery) { Acknowledged = row.Acknowledged, IsRemoved = row.IsRemoved })];
    }

    private async Task<IReadOnlyList<ListedAnnouncement>> HeldAsync(
        Snowflake guild, AnnouncementList list, System.Linq.Expressions.Expression<Func<Announcement, bool>> which, CancellationToken ct)
    {
        var rows = await db.In<Announcement>(guild).AsNoTracking()
            .Where(it => it.CancelledAt == null && it.DiscardedAt == null)
            .Where(which)
            .OrderByDescending(it => it.Id)
            .ToListAsync(ct);
        return [.. rows.Select(it => new ListedAnnouncement(list, it))];
    }

    private IQueryable<Delivery> Rows(Snowflake guild) => db.In<Delivery>(guild).AsNoTracking().Where(row => row.Kind == Announcement.DeliveryKind);

    private IQueryable<Pair> Pairs(Snowflake guild, IQueryable<Delivery> rows) =>
        from announcement in db.In<Announcement>(guild).AsNoTracking()
        join delivery in rows on announcement.Id equals delivery.SubjectId
        select new Pair { Announcement = announcement, Delivery = delivery };

    private sealed class Pair
    {
        public required Announcement Announcement { get; init; }

        public required Delivery Delivery { get; init; }
    }
}
