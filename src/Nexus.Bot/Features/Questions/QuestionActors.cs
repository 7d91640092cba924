using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions;

/// <summary>Who somebody is to a server's questions.</summary>
internal sealed class QuestionActors(GuildConfigurations configurations)
{
    /// <param name="guild">The question's server: in a direct message nobody counts as a mentor, since Discord does not tell there.</param>
    public async Task<QuestionActor> OfAsync(NexusDb db, Call call, Snowflake guild, CancellationToken ct) => new(
        call.User,
        IsMentor: call.GuildOrNull == guild && AccessRules.IsMentor(call.Interaction, await configurations.OfAsync(guild, ct)),
        IsHelping: await db.In<AnswererProfile>(guild).AnyAsync(profile => profile.PersonId == call.User && profile.LeftAt == null, ct));
}
