using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>Tells the owner that an announcement was posted without its ping.</summary>
internal sealed class PingLostSource : IDeliverySource
{
    public const string DeliveryKind = "ping-lost";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var announcement = await db.In<Announcement>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct);
        return announcement is null ? DeliveryContent.NotNeeded : new DeliveryContent(AnnouncementViews.PingLost(announcement, delivery));
    }
}
