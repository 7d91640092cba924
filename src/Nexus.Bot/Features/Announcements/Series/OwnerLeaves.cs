using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>Notices at once that an owner leaves, where the members intent is granted; <see cref="LookForOwnersJob"/> does elsewhere.</summary>
internal sealed class OwnerLeaves(Ownership ownership) : IEventHandler<GuildMemberRemoveEvent>
{
    public async Task HandleAsync(GuildMemberRemoveEvent happened, CancellationToken ct)
    {
        if (happened.Member is { GuildId: { } guild, User: { } user })
        {
            await ownership.LeftAsync(guild, user.Id, ct);
        }
    }
}
