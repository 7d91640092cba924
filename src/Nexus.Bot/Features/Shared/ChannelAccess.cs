using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Shared;

/// <summary>Discord's algorithm for what a member may do in a channel: https://discord.com/developers/docs/topics/permissions#permission-overwrites</summary>
internal static class ChannelAccess
{
    private const Permissions Everything = (Permissions)ulong.MaxValue;

    /// <param name="roles">All roles of the server; the one with the server's id is @everyone.</param>
    public static Permissions Of(Member member, IReadOnlyList<Role> roles, Channel channel, Snowflake guild)
    {
        var held = roles.Where(role => role.Id == guild || member.Roles.Contains(role.Id)).ToList();
        var may = held.Aggregate(Permissions.None, (all, role) => all | role.Permissions);
        if (may.HasFlag(Permissions.Administrator))
        {
            return Everything;
        }

        var overwrites = channel.PermissionOverwrites ?? [];
        may = Apply(may, overwrites.Where(overwrite => overwrite.Id == guild));
        may = Apply(may, overwrites.Where(overwrite => overwrite.Id != guild && member.Roles.Contains(overwrite.Id)));
        may = Apply(may, overwrites.Where(overwrite => overwrite.Id == member.User?.Id));
        return may.HasFlag(Permissions.ViewChannel) ? may : Permissions.None;
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
