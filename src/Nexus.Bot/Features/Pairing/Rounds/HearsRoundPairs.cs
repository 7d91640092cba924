using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>A message in the thread of a round's pair is a sign of life; what it says is not looked at.</summary>
internal sealed class HearsRoundPairs(NexusDb db, TimeProvider clock) : IEventHandler<MessageCreateEvent>
{
    public async Task HandleAsync(MessageCreateEvent happened, CancellationToken ct)
    {
        if (happened.Message is not { GuildId: { } guild, Author: { Bot: not true, Id: var author }, ChannelId: var thread })
        {
            return;
        }

        var heard = await db.In<Pair>(guild).Where(pair => pair.ThreadId == thread && pair.RoundId != null)
            .Join(db.In<PairMember>(guild).Where(member => member.PersonId == author && member.LeftAt == null), pair => pair.Id, member => member.PairId, (pair, _) => pair)
            .Where(pair => !db.In<RoundAnswer>(guild).Any(answer => answer.PairId == pair.Id && answer.PersonId == author))
            .Select(pair => new { pair.Id, pair.RoundId })
            .SingleOrDefaultAsync(ct);
        if (heard is null)
        {
            return;
        }

        db.Add(new RoundAnswer { GuildId = guild, RoundId = heard.RoundId!.Value, PairId = heard.Id, PersonId = author, At = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            // They pressed something at the same moment.
        }
    }
}

/// <summary>Who leaves the server takes part no more, and comes back by their own choice only.</summary>
internal sealed class RoundPersonLeaves(NexusDb db, TimeProvider clock) : IEventHandler<GuildMemberRemoveEvent>
{
    public Task HandleAsync(GuildMemberRemoveEvent happened, CancellationToken ct)
    {
        var (person, now) = (happened.Member.User.Id, (DateTimeOffset?)clock.GetUtcNow());
        return db.In<RoundPerson>(happened.Member.GuildId).Where(it => it.PersonId == person && it.LeftAt == null).ExecuteUpdateAsync(set => set.SetProperty(it => it.LeftAt, now), ct);
    }
}
