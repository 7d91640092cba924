using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Moves;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Ideas.Following;

/// <summary>
/// Brings followers who are not in the thread yet to its news. A message that is edited to mention somebody pings nobody, adds them to
/// the thread, and writes no line about it; the names go again at once. So a thread with 200 votes has them for five requests, and
/// no vote costs any. Discord documents the first half only: where the second ceases to hold, they find the news by the card.
/// </summary>
internal sealed class SeatWithNews(IDiscordRest discord, IdeaNewsSource source) : IDeliveryFinisher
{
    private const int MostMentions = 50;
    private const int Most = 500;

    public string Kind => TellFollowers.DeliveryKind;

    public async Task FinishAsync(NexusDb db, Delivery delivery, CancellationToken ct)
    {
        if (delivery is not { PostedIn: { } thread, MessageId: { } message }
            || await db.In<Idea>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { } idea
            || (await source.ComposeAsync(db, delivery, null, ct))?.Card is not { Components.Count: > 0 } card)
        {
            return;
        }

        var there = await db.In<IdeaThreadMember>(idea.GuildId).Where(row => row.IdeaId == idea.Id).Select(row => row.PersonId).ToListAsync(ct);
        var people = (await Follows.OfAsync(db, idea, ct)).Except(there).Take(Most).ToList();
        foreach (var some in people.Chunk(MostMentions))
        {
            await EditAsync(thread, message, delivery, IdeaNewsViews.Naming(card, some), some, ct);
            await ThreadMembers.AddAsync(db, idea.GuildId, idea.Id, some, ct);
        }

        // An earlier try may have left names.
        if (people.Count > 0 || delivery.FinishTries > 0)
        {
            await EditAsync(thread, message, delivery, card, [], ct);
        }
    }

    private Task<Message> EditAsync(Snowflake thread, Snowflake message, Delivery delivery, Container card, IReadOnlyList<Snowflake> people, CancellationToken ct) =>
        discord.EditMessageAsync(
            thread,
            message,
            new MessageEdit
            {
                Components = new Optional<IReadOnlyList<Component>>([card with { Id = DeliveryMark.Of(delivery.Nonce) }]),
                AllowedMentions = AllowedMentions.None with { Users = people.Count == 0 ? null : people },
            },
            RequestOptions.Batch,
            ct);
}
