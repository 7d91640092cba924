using Nexus.Bot.Data;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Deliveries;

/// <summary>Knows what the deliveries of one kind say.</summary>
internal interface IDeliverySource
{
    string Kind { get; }

    /// <summary>
    /// The message as it is to be sent now; <see cref="DeliveryContent.NotNeeded"/> when it has become needless;
    /// null when what it is about is gone although somebody waits for it.
    /// </summary>
    /// <param name="lateBy">Set when it goes out noticeably after its time: the message says so.</param>
    Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct);

    /// <summary>A channel in place of a closed DM, when none was planned; null when there is none either.</summary>
    Task<Snowflake?> ChannelInsteadAsync(NexusDb db, Delivery delivery, CancellationToken ct) => Task.FromResult<Snowflake?>(null);
}

/// <summary>A message of one card.</summary>
internal sealed record DeliveryContent(Container Card)
{
    /// <summary>Nothing is sent, and nobody has to look: the row ends as cancelled.</summary>
    public static DeliveryContent NotNeeded { get; } = new(new Container([]));

    /// <summary>Nothing is sent now: it is due later, and composed anew then.</summary>
    public static DeliveryContent NotBefore(DateTimeOffset at) => new(new Container([])) { PutOffUntil = at };

    public DateTimeOffset? PutOffUntil { get; private init; }

    /// <summary>Nobody, unless somebody chose so.</summary>
    public AllowedMentions Mentions { get; init; } = AllowedMentions.None;

    /// <summary>It waits where it is for who looks: no device tells of it.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Shown by components of the card that name them (<c>attachment://</c>).</summary>
    public IReadOnlyList<FileUpload>? Files { get; init; }
}
