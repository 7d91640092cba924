using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>A post that asks for "Got it", with how many pressed it.</summary>
internal sealed record AskingPost(long DeliveryId, string Title, DateTimeOffset PostedAt, int Pressed);

/// <summary>One server's posts that ask for "Got it", and who pressed it.</summary>
internal sealed class AcknowledgementBook(NexusDb db)
{
    /// <summary>The latest first.</summary>
    public Task<List<AskingPost>> LatestAsync(Snowflake guild, int most, CancellationToken ct) =>
        (from delivery in Standing(guild)
         join announcement in db.In<Announcement>(guild) on delivery.SubjectId equals announcement.Id
         where announcement.AsksForAcknowledgement
         orderby delivery.SentAt descending
         select new AskingPost(
             delivery.Id, announcement.Title, delivery.SentAt ?? delivery.DueAt,
             db.In<Acknowledgement>(guild).Count(it => it.DeliveryId == delivery.Id)))
        .Take(most).ToListAsync(ct);

    /// <summary>Null when there is no such post, or it was taken back.</summary>
    public async Task<AcknowledgedPost?> FindAsync(Snowflake guild, long deliveryId, CancellationToken ct)
    {
        if (await Standing(guild).SingleOrDefaultAsync(it => it.Id == deliveryId, ct) is not { } delivery
            || await db.In<Announcement>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { } announcement)
        {
            return null;
        }

        var pressed = await db.In<Acknowledgement>(guild).AsNoTracking().Where(it => it.DeliveryId == deliveryId).OrderBy(it => it.At).ToListAsync(ct);
        var nudges = await (from nudge in db.In<AcknowledgementNudge>(guild)
                            where nudge.DeliveryId == deliveryId
                            join message in db.In<Delivery>(guild).Where(it => it.Kind == AcknowledgementNudge.DeliveryKind) on nudge.Id equals message.SubjectId
                            orderby nudge.Id
                            select new SentNudge(nudge.UserId, message.State, message.Failure)).ToListAsync(ct);
        return new AcknowledgedPost(announcement, delivery, pressed, nudges);
    }

    private IQueryable<Delivery> Standing(Snowflake guild) => db.In<Delivery>(guild).AsNoTracking()
        .Where(it => it.Kind == Announcement.DeliveryKind && it.State == DeliveryState.Sent && it.MessageId != null)
        .Where(it => !db.In<AnnouncementPost>(guild).Any(post => post.DeliveryId == it.Id && post.RemovedAt != null));
}
