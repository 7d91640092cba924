using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>Puts notices into the queue. Call it inside the transaction of what they tell of, and <see cref="Wake"/> after it.</summary>
internal sealed class AnnouncementNotices(NexusDb db, DeliveryQueue queue, GuildConfigurations configurations, TimeProvider clock)
{
    private DateTimeOffset? _first;

    /// <summary>For the log channel; nothing when the server has none.</summary>
    public async Task ToLogAsync(Announcement announcement, NoticeAbout about, Snowflake actor, string? words, CancellationToken ct, TimeSpan wait = default)
    {
        if ((await configurations.OfAsync(announcement.GuildId, ct)).LogChannelId is { } log)
        {
            await AddAsync(New(announcement.GuildId, about, actor, announcement, words), DeliveryTarget.In(log), ct, wait);
        }
    }

    public async Task OwnerLeftAsync(Snowflake guild, Snowflake owner, CancellationToken ct)
    {
        if ((await configurations.OfAsync(guild, ct)).LogChannelId is { } log)
        {
            await AddAsync(New(guild, NoticeAbout.OwnerLeft, owner, null, null), DeliveryTarget.In(log), ct);
        }
    }

    /// <summary>As a DM; in the log channel for somebody who takes none.</summary>
    public async Task ToPersonAsync(Announcement announcement, Snowflake person, NoticeAbout about, Snowflake actor, string? words, CancellationToken ct)
    {
        if (person != actor)
        {
            var log = (await configurations.OfAsync(announcement.GuildId, ct)).LogChannelId;
            await AddAsync(New(announcement.GuildId, about, actor, announcement, words), DeliveryTarget.DmOf(person, orIn: log), ct);
        }
    }

    public void Wake()
    {
        if (_first is { } due)
        {
            queue.WakeAt(due);
            _first = null;
        }
    }

    private AnnouncementNotice New(Snowflake guild, NoticeAbout about, Snowflake actor, Announcement? announcement, string? words) => new()
    {
        GuildId = guild,
        About = about,
        AnnouncementId = announcement?.Id,
        ActorId = actor,
        SubmittedAt = announcement?.SubmittedAt,
        Words = words,
        At = clock.GetUtcNow(),
    };

    private async Task AddAsync(AnnouncementNotice notice, DeliveryTarget target, CancellationToken ct, TimeSpan wait = default)
    {
        db.Add(notice);
        await db.SaveChangesAsync(ct);
        db.Add(Delivery.Plan(notice.GuildId, AnnouncementNotice.DeliveryKind, notice.Id, target, notice.At + wait));
        await db.SaveChangesAsync(ct);
        _first = notice.At + wait;
    }
}
