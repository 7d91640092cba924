using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Words an announcement as it is posted.</summary>
internal sealed class AnnouncementSource : IDeliverySource
{
    public string Kind => Announcement.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var announcement = await db.In<Announcement>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct);
        return announcement is null ? null : new DeliveryContent(AnnouncementViews.Posted(announcement, lateBy));
    }
}
