using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Shared;

/// <summary>Discord's algorithm for what a member may do in a channel: https://discord.com/developers/docs/topics/permissions#permission-overwrites</summary>
internal static class ChannelAccess
{
    private const Permissions Everything = (Permissions)ulong.MaxValue;

    /// <summary>The channel whose overwrites hold: of a thread, which has none of its own, it is the parent.</summary>
    public static async Task<Channel> PlaceAsync(IDiscordRest discord, Snowflake channel, RequestOptions? options, CancellationToken ct)
    {
        var place = await discord.GetChannelAsync(channel, options, ct);
        return place is { IsThread: true, ParentId: { } parent } ? await discord.GetChannelAsync(parent, options, ct) : place;
    }

    /// <param name="user">Whose overwrite comes last.</param>
    /// <param name="held">The member's roles, without @everyone.</param>
    /// <param name="roles">All roles of the server; the one with the server's id is @everyone.</param>
    /// <param name="channel">Whose overwrites apply.</param>
    /// <param name="guild">The server.</param>
    public static Permissions Of(Snowflake user, IReadOnlyList<Snowflake> held, IReadOnlyList<Role> roles, Channel channel, Snowflake guild)
    {
        var may = roles.Where(role => role.Id == guild || held.Contains(role.Id)).Aggregate(Permissions.None, (all, role) => all | role.Permissions);
        if (may.HasFlag(Permissions.Administrator))
        {
            return Everything;
        }

        var overwrites = channel.PermissionOverwrites ?? [];
        may = Apply(may, overwrites.Where(overwrite => overwrite.Id == guild));
        may = Apply(may, overwrites.Where(overwrite => overwrite.Id != guild && held.Contains(overwrite.Id)));
        return Apply(may, overwrites.Where(overwrite => overwrite.Id == user));
    }

    // Of several roles, what one allows beats what another denies.
    private static Permissions Apply(Permissions may, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = (Permissions.None, Permissions.None);
        foreach (var overwrite in overwrites)
        {
            allow |= overwrite.Allow;
            deny |= overwrite.Deny;
        }

        return (may & ~deny) | allow;
    }
}
