using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>Draws posts again as their rows have them now. For jobs and follow-ups.</summary>
internal sealed class PostedCards(IEnumerable<IDeliverySource> sources, IDiscordRest discord)
{
    /// <summary>Nothing happens to one that has not been posted.</summary>
    /// <exception cref="DiscordApiException">Discord refuses, or cannot be reached.</exception>
    public async Task RedrawAsync(NexusDb db, Delivery delivery, CancellationToken ct)
    {
        if (delivery is not { PostedIn: { } channel, MessageId: { } message })
        {
            return;
        }

        var late = delivery.Late >= SendDueDeliveriesJob.Punctual ? delivery.Late : null;
        if (await sources.First(source => source.Kind == delivery.Kind).ComposeAsync(db, delivery, late, ct) is not { } content || content == DeliveryContent.NotNeeded)
        {
            return;
        }

        // Its files stay as they are, and whoever it pinged is not pinged again by an edit.
        var edit = new MessageEdit
        {
            Components = new Optional<IReadOnlyList<Component>>([content.Card with { Id = DeliveryMark.Of(delivery.Nonce) }]),
            Flags = MessageFlags.IsComponentsV2,
            AllowedMentions = content.Mentions,
        };
        await discord.EditMessageAsync(channel, message, edit, RequestOptions.Batch, ct);
    }
}
