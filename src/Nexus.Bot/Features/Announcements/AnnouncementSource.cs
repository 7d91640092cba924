using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Words an announcement as it is posted.</summary>
internal sealed class AnnouncementSource : IDeliverySource
{
    public string Kind => Announcement.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var announcement = await db.In<Announcement>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct);
        if (announcement is null)
        {
            return null;
        }

        return new DeliveryContent(await PostedCard.OfAsync(db, announcement, delivery, lateBy, ct))
        {
            Files = await FilesAsync(db, announcement, ct),
        };
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
