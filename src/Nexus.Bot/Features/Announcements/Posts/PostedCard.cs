using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>The card of one post as it has to look now: when it is posted, and whenever the post is changed later.</summary>
internal static class PostedCard
{
    public static async Task<Container> OfAsync(NexusDb db, Announcement announcement, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var posting = new Posting
        {
            DeliveryId = delivery.Id,
            ShowsFiles = true,
            DueAt = delivery.DueAt,
            LateBy = lateBy,
            Acknowledged = announcement.AsksForAcknowledgement ? await db.In<Acknowledgement>(delivery.GuildId).CountAsync(it => it.DeliveryId == delivery.Id, ct) : 0,
            Corrects = await CorrectsAsync(db, announcement, ct),
            CorrectedBy = await CorrectedByAsync(db, announcement, ct),
        };
        return AnnouncementViews.Posted(announcement, await FilesAsync(db, announcement, ct), posting);
    }

    /// <summary>Of a post that stands in its channel.</summary>
    public static Task<Container> OfAsync(NexusDb db, Announcement announcement, Delivery delivery, CancellationToken ct) =>
        OfAsync(db, announcement, delivery, delivery.Late >= SendDueDeliveriesJob.Punctual ? delivery.Late : null, ct);

    public static async Task<IReadOnlyList<AttachedFile>> FilesAsync(NexusDb db, Announcement announcement, CancellationToken ct) =>
        await db.In<AnnouncementFile>(announcement.GuildId)
            .Where(file => file.AnnouncementId == announcement.Id)
            .OrderBy(file => file.Id)
            .Select(file => new AttachedFile(file.Id, file.Name, file.ContentType, file.Description, file.Content.Length))
            .ToListAsync(ct);

    /// <summary>The same with what is in them; null when there are none.</summary>
    public static async Task<IReadOnlyList<FileUpload>?> UploadsAsync(NexusDb db, Announcement announcement, CancellationToken ct)
    {
        var files = await db.In<AnnouncementFile>(announcement.GuildId).AsNoTracking()
            .Where(file => file.AnnouncementId == announcement.Id)
            .OrderBy(file => file.Id)
            .ToListAsync(ct);
        return files.Count == 0 ? null : [.. files.Select(file => new FileUpload(file.Name, file.Content, file.Description))];
    }

    /// <summary>The address of the post that a correction is about; null when it is none, or when that post is gone.</summary>
    public static async Task<string?> CorrectsAsync(NexusDb db, Announcement announcement, CancellationToken ct) =>
        announcement.CorrectsId is { } corrected ? await AddressAsync(db, announcement, [corrected], ct) : null;

    /// <summary>The address of the latest correction that stands; null when there is none.</summary>
    public static async Task<string?> CorrectedByAsync(NexusDb db, Announcement announcement, CancellationToken ct)
    {
        var corrections = await db.In<Announcement>(announcement.GuildId).Where(it => it.CorrectsId == announcement.Id).Select(it => it.Id).ToListAsync(ct);
        return corrections.Count == 0 ? null : await AddressAsync(db, announcement, corrections, ct);
    }

    // The latest of them that still stands.
    private static async Task<string?> AddressAsync(NexusDb db, Announcement announcement, IReadOnlyCollection<long> subjects, CancellationToken ct)
    {
        var post = await db.In<Delivery>(announcement.GuildId)
            .Where(it => it.Kind == Announcement.DeliveryKind && subjects.Contains(it.SubjectId) && it.State == DeliveryState.Sent)
            .Where(it => !db.In<AnnouncementPost>(announcement.GuildId).Any(post => post.DeliveryId == it.Id && post.RemovedAt != null))
            .OrderByDescending(it => it.SentAt)
            .Select(it => new { it.PostedIn, it.MessageId })
            .FirstOrDefaultAsync(ct);
        return post is { PostedIn: { } channel, MessageId: { } message } ? Md.MessageUrl(announcement.GuildId, channel, message) : null;
    }
}
