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
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Words an announcement as it is posted, looks once more whether it may ping whom it is to ping, and knows when it is posted again.</summary>
internal sealed partial class AnnouncementSource(
    GuildConfigurations configurations, DeliveryQueue queue, IDiscordRest discord, TimeProvider clock, ILogger<AnnouncementSource> log) : IRecurringDeliverySource
{
    private Snowflake? _self;

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
            Files = delivery.MessageId is null ? await FilesAsync(db, announcement, ct) : null,
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
        if (delivery.MessageId is null && await RightAsync(announcement, role, ct) is var right and not PingRight.Allowed)
        {
            PostsWithoutPing(log, announcement.Id, right);
            await TellAsync(db, announcement, delivery, ct);
            return AllowedMentions.None;
        }

        return role == announcement.GuildId ? AllowedMentions.None with { Parse = ["everyone"] } : AllowedMentions.None with { Roles = [role] };
    }

    private async Task<PingRight> RightAsync(Announcement announcement, Snowflake role, CancellationToken ct)
    {
        try
        {
            // A bot's user has the id of its application.
            _self ??= (await discord.GetCurrentApplicationAsync(ct)).Id;
            return await PingRights.AskAsync(
                discord, announcement.GuildId, announcement.ChannelId, role, announcement.OwnerId, _self.Value, RequestOptions.Batch, ct);
        }
        catch (DiscordApiException refused) when (refused is { IsPermanent: true, Status: not 401 })
        {
            return PingRight.BotMayNot; // it cannot even look, and posting will tell why
        }
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

    private static async Task<IReadOnlyList<FileUpload>?> FilesAsync(NexusDb db, Announcement announcement, CancellationToken ct)
    {
        var files = await db.In<AnnouncementFile>(announcement.GuildId).AsNoTracking()
            .Where(file => file.AnnouncementId == announcement.Id)
            .OrderBy(file => file.Id)
            .ToListAsync(ct);
        return files.Count == 0 ? null : [.. files.Select(file => new FileUpload(file.Name, file.Content, file.Description))];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Announcement {Announcement} is posted without its ping: {Right}")]
    private static partial void PostsWithoutPing(ILogger log, long announcement, PingRight right);
}
