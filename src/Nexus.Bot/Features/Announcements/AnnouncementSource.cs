using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Options;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Words an announcement as it is posted, looks once more whether it may ping whom it is to ping, and knows when it is posted again.</summary>
internal sealed partial class AnnouncementSource(
    GuildConfigurations configurations, DeliveryQueue queue, PingCheck pings, TimeProvider clock, ILogger<AnnouncementSource> log) : IRecurringDeliverySource
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
            Files = delivery.MessageId is null ? await PostedCard.UploadsAsync(db, announcement, ct) : null,
            Mentions = await MentionsAsync(db, announcement, delivery, ct),
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

    private async Task<AllowedMentions> MentionsAsync(NexusDb db, Announcement announcement, Delivery delivery, CancellationToken ct)
    {
        if (announcement.PingRoleId is not { } role)
        {
            return AllowedMentions.None;
        }

        // One that is posted already is only drawn again, and an edit pings nobody.
        if (delivery.MessageId is null && await pings.AskAsync(announcement.GuildId, announcement.ChannelId, role, announcement.OwnerId, ct) is var right and not PingRight.Allowed)
        {
            PostsWithoutPing(log, announcement.Id, right);
            await TellAsync(db, announcement, delivery, ct);
            return AllowedMentions.None;
        }

        return role == announcement.GuildId ? AllowedMentions.None with { Parse = ["everyone"] } : AllowedMentions.None with { Roles = [role] };
    }

    private async Task TellAsync(NexusDb db, Announcement announcement, Delivery delivery, CancellationToken ct)
    {
        if (await db.In<Delivery>(announcement.GuildId).AnyAsync(
            it => it.Kind == PingLostSource.DeliveryKind && it.SubjectId == announcement.Id && it.Occurrence == delivery.Occurrence, ct))
        {
            return; // an earlier try has told
        }

        var now = clock.GetUtcNow();
        var target = DeliveryTarget.DmOf(announcement.OwnerId, orIn: (await configurations.OfAsync(announcement.GuildId, ct)).LogChannelId);
        db.Add(Delivery.Plan(announcement.GuildId, PingLostSource.DeliveryKind, announcement.Id, target, now, delivery.Occurrence));
        await db.SaveChangesAsync(ct);
        queue.WakeAt(now);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Announcement {Announcement} is posted without its ping: {Right}")]
    private static partial void PostsWithoutPing(ILogger log, long announcement, PingRight right);
}
