using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>Draws posts again as their rows have them now. For jobs and follow-ups.</summary>
internal sealed class PostedCards(IDiscordRest discord)
{
    /// <summary>Nothing happens to one that does not stand in a channel.</summary>
    /// <exception cref="DiscordApiException">Discord refuses, or cannot be reached.</exception>
    public Task RedrawAsync(NexusDb db, Delivery delivery, CancellationToken ct) => RedrawAsync(db, delivery, null, ct);

    public async Task RedrawAsync(NexusDb db, Delivery delivery, RequestOptions? options, CancellationToken ct)
    {
        if (delivery is not { PostedIn: { } channel, MessageId: { } message }
            || await db.In<Announcement>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { } announcement)
        {
            return;
        }

        var card = await PostedCard.OfAsync(db, announcement, delivery, ct);
        var edit = new MessageEdit
        {
            Components = new Optional<IReadOnlyList<Component>>([card with { Id = DeliveryMark.Of(delivery.Nonce) }]),
            Flags = MessageFlags.IsComponentsV2,
        };
        await discord.EditMessageAsync(channel, message, edit, options, ct);
    }
}
