using Nexus.Bot.Data;
using Nexus.Discord.Model;

namespace Nexus.Bot.Deliveries;

/// <summary>Knows what the deliveries of one kind say.</summary>
internal interface IDeliverySource
{
    string Kind { get; }

    /// <summary>The message as it is to be sent now, or null when what it is about is gone.</summary>
    /// <param name="lateBy">Set when it goes out noticeably after its time: the message says so.</param>
    Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct);
}

/// <summary>A message of one card.</summary>
internal sealed record DeliveryContent(Container Card)
{
    /// <summary>Nobody, unless somebody chose so.</summary>
    public AllowedMentions Mentions { get; init; } = AllowedMentions.None;
}
