using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Shared;

/// <summary>Asks Discord for the facts about one server.</summary>
internal sealed class ServerReader(IDiscordRest discord, BotStatus status)
{
    public async Task<ServerFacts> ReadAsync(Snowflake guild, CancellationToken ct)
    {
        var server = discord.GetGuildAsync(guild, ct: ct);
        var channels = discord.GetGuildChannelsAsync(guild, ct: ct);
        var roles = discord.GetRolesAsync(guild, ct: ct);
        var bot = status.User == default ? (await discord.GetCurrentApplicationAsync(ct)).Id : status.User;
        var member = discord.GetMemberAsync(guild, bot, ct: ct);
        await Task.WhenAll(server, channels, roles, member);
        return new ServerFacts(await server, await channels, await roles, bot, (await member).Roles);
    }
}
