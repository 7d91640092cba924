using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Words an announcement as it is posted, and knows when it is posted again.</summary>
internal sealed class AnnouncementSource(GuildConfigurations configurations) : IRecurringDeliverySource
{
    public string Kind => Announcement.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var announcement = await db.In<Announcement>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct);
        if (announcement is null)
        {
            return null;
        }

        // Pausing and cancelling take what waits out of the queue; an occurrence that is planned at that very moment is stopped here.
        if (announcement.IsHeldBack && delivery.MessageId is null)
        {
            return DeliveryContent.NotNeeded;
        }

        return new DeliveryContent(await PostedCard.OfAsync(db, announcement, delivery, lateBy, ct))
        {
            Files = await FilesAsync(db, announcement, ct),
        };
    }

    public async Task<IEnumerable<DateTimeOffset>> DueAfterAsync(NexusDb db, Delivery delivery, CancellationToken ct)
    {
        var announcement = await db.In<Announcement>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct);
        if (announcement is not { Repeats: { } repeats, IsHeldBack: false })
        {
            return [];
        }

        var quiet = SeriesTimes.QuietFor(announcement, await configurations.OfAsync(delivery.GuildId, ct));
        return SeriesTimes.Coming(repeats, quiet, handled: delivery.DueAt, after: delivery.DueAt);
    }

    private static async Task<IReadOnlyList<FileUpload>?> FilesAsync(NexusDb db, Announcement announcement, CancellationToken ct)
    {
        var files = await db.In<AnnouncementFile>(announcement.GuildId).AsNoTracking()
            .Where(file => file.AnnouncementId == announcement.Id)
            .OrderBy(file => file.Id)
            .ToListAsync(ct);
        return files.Count == 0 ? null : [.. files.Select(file => new FileUpload(file.Name, file.Content, file.Description))];
    }
}
