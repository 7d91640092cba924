using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>Notices at once that somebody leaves, where the members intent is granted; elsewhere they are missed when they are next chosen.</summary>
internal sealed class AnswererLeaves(NexusDb db, TimeProvider clock) : IEventHandler<GuildMemberRemoveEvent>
{
    public Task HandleAsync(GuildMemberRemoveEvent happened, CancellationToken ct)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        var (guild, person) = (happened.Member.GuildId, happened.Member.User.Id);
        return db.In<AnswererProfile>(guild).Where(profile => profile.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(profile => profile.LeftAt, now), ct);
    }
}
