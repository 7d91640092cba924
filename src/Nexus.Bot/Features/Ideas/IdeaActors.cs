using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas;

/// <summary>Who somebody is to an idea.</summary>
internal sealed class IdeaActors(GuildConfigurations configurations)
{
    /// <summary>In a direct message nobody counts as a mentor, since Discord does not tell there.</summary>
    public async Task<IdeaActor> OfAsync(NexusDb db, Call call, Idea idea, CancellationToken ct) => new(
        call.User,
        IsMentor: call.GuildOrNull == idea.GuildId && AccessRules.IsMentor(call.Interaction, await configurations.OfAsync(idea.GuildId, ct)),
        IsOnTeam: await db.In<IdeaInterest>(idea.GuildId).AnyAsync(one => one.IdeaId == idea.Id && one.PersonId == call.User && one.Seat != null, ct));
}
