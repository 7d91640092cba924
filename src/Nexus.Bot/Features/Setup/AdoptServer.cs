using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Setup;

/// <summary>
/// On a server that nobody has set up yet, takes what already has the expected names (#prodevprojectnexus, the role mentor, …), so
/// that a fresh server works at once. <c>/nexus setup</c> shows and changes it.
/// </summary>
internal sealed class AdoptServer(NexusDb db, SetupStore store, BotStatus status) : IEventHandler<GuildCreateEvent>
{
    public async Task HandleAsync(GuildCreateEvent happened, CancellationToken ct)
    {
        var guild = happened.Guild;
        if (await db.In<GuildConfiguration>(guild.Id).AnyAsync(ct))
        {
            return;
        }

        var configuration = await store.OpenAsync(guild.Id, ct);
        SetupStore.Adopt(configuration, new ServerFacts(guild, guild.Channels, guild.Roles, status.User, []));
        await store.SaveAsync(configuration, status.User, ct);
    }
}
