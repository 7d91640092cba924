using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>Words notices at the moment they go out; one that has become untrue is not sent.</summary>
internal sealed class AnnouncementNoticeSource(GuildConfigurations configurations) : IDeliverySource
{
    public string Kind => AnnouncementNotice.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await db.In<AnnouncementNotice>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { } notice)
        {
            return DeliveryContent.NotNeeded;
        }

        if (notice.About == NoticeAbout.OwnerLeft)
        {
            var left = await db.In<Announcement>(notice.GuildId).AsNoTracking()
                .Where(it => it.OwnerId == notice.ActorId && it.OwnerLeftAt != null && it.CancelledAt == null)
                .OrderBy(it => it.Id)
                .ToListAsync(ct);
            return left.Count == 0 ? DeliveryContent.NotNeeded : new DeliveryContent(NoticeViews.OwnerLeft(notice.ActorId, left));
        }

        var announcement = await db.In<Announcement>(notice.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == notice.AnnouncementId, ct);
        if (announcement is null)
        {
            return DeliveryContent.NotNeeded;
        }

        var configuration = await configurations.OfAsync(notice.GuildId, ct);
        if (notice.About == NoticeAbout.HandedIn)
        {
            var isCurrent = announcement is { AwaitsApproval: true, CancelledAt: null, DiscardedAt: null } && announcement.SubmittedAt == notice.SubmittedAt;
            var files = await db.In<AnnouncementFile>(notice.GuildId).CountAsync(file => file.AnnouncementId == announcement.Id, ct);
            return isCurrent ? new DeliveryContent(NoticeViews.HandedIn(announcement, files, configuration, notice.At)) : DeliveryContent.NotNeeded;
        }

        var next = await db.In<Delivery>(notice.GuildId)
            .Where(it => it.Kind == Announcement.DeliveryKind && it.SubjectId == announcement.Id && it.State == DeliveryState.Waiting)
            .MaxAsync(it => (DateTimeOffset?)it.DueAt, ct);
        return NoticeViews.News(notice, announcement, next, delivery);
    }
}
