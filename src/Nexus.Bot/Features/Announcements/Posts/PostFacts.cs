using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>Gathers what became of an announcement after its last post.</summary>
internal static class PostFacts
{
    public static async Task<IReadOnlyList<string>> LinesAsync(NexusDb db, Announcement announcement, Delivery? last, CancellationToken ct)
    {
        var guild = announcement.GuildId;
        var scheduled = await db.In<AnnouncementEvent>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.AnnouncementId == announcement.Id, ct);
        if (last is null)
        {
            return [.. PostViews.Lines(announcement, null, null, scheduled)];
        }

        var post = await db.In<AnnouncementPost>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.DeliveryId == last.Id, ct);
        List<string> lines = [.. PostViews.Lines(announcement, last, post, scheduled)];
        if (announcement.AsksForAcknowledgement)
        {
            lines.Insert(0, PostViews.SoManyGotIt(await db.In<Acknowledgement>(guild).CountAsync(it => it.DeliveryId == last.Id, ct)));
        }

        return lines;
    }
}
