using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Deliveries;

/// <summary>
/// What is left to do with Discord once a message of its kind stands: a thread under it, publishing it. Called after the message was
/// recorded, and again after a crash or a failure, so it does only what is still missing.
/// </summary>
internal interface IDeliveryFinisher
{
    string Kind { get; }

    /// <summary>Throws <see cref="DiscordApiException"/> when Discord refuses: a passing trouble is tried again, anything else is given up.</summary>
    Task FinishAsync(NexusDb db, Delivery delivery, CancellationToken ct);
}
