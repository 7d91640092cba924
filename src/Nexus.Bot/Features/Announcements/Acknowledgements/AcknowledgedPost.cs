using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Acknowledgements;

/// <summary>What became of the direct message to somebody who had not pressed "Got it".</summary>
internal sealed record SentNudge(Snowflake Person, DeliveryState State, DeliveryFailure? Failure);

/// <summary>One post, who pressed "Got it" under it, and who was asked to.</summary>
internal sealed record AcknowledgedPost(Announcement Announcement, Delivery Delivery, IReadOnlyList<Acknowledgement> Pressed, IReadOnlyList<SentNudge> Nudges)
{
    public Snowflake Channel => Delivery.PostedIn ?? Announcement.ChannelId;

    public string Link => Md.MessageUrl(Delivery.GuildId, Channel, Delivery.MessageId ?? default);

    /// <summary>Whom it is for: those who can read it (and hold the role it pings), but for those who wrote it.</summary>
    public IReadOnlyList<Snowflake> MeantFor(IReadOnlyList<Snowflake> readers) =>
        [.. readers.Where(reader => reader != Announcement.AuthorId && reader != Announcement.OwnerId).Order()];

    public IReadOnlyList<Snowflake> Missing(IReadOnlyList<Snowflake> readers) =>
        [.. MeantFor(readers).Except(Pressed.Select(it => it.UserId))];

    /// <summary>Of those, whom nobody has asked yet.</summary>
    public IReadOnlyList<Snowflake> ToNudge(IReadOnlyList<Snowflake> readers) =>
        [.. Missing(readers).Except(Nudges.Select(it => it.Person))];
}
