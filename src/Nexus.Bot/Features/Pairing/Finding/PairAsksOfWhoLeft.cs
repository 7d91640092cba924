using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Pairing.Finding;

/// <summary>Who leaves the server asks nobody any more, and is no longer asked.</summary>
internal sealed class PairAsksOfWhoLeft(NexusDb db, TimeProvider clock) : IEventHandler<GuildMemberRemoveEvent>
{
    public Task HandleAsync(GuildMemberRemoveEvent happened, CancellationToken ct)
    {
        var (person, now) = (happened.Member.User.Id, (DateTimeOffset?)clock.GetUtcNow());
        return db.In<PairAsk>(happened.Member.GuildId)
            .Where(ask => (ask.OneId == person || ask.OtherId == person) && (ask.Answer == PairAnswer.None || ask.Answer == PairAnswer.No))
            .ExecuteUpdateAsync(set => set.SetProperty(ask => ask.Answer, PairAnswer.TakenBack).SetProperty(ask => ask.AnsweredAt, now), ct);
    }
}
