using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Shared;

/// <summary>A server as the bot sees it: its channels and roles, and what the bot may do.</summary>
internal sealed record ServerFacts(Guild Guild, IReadOnlyList<Channel> Channels, IReadOnlyList<Role> Roles, Snowflake Bot, IReadOnlyList<Snowflake> BotRoles)
{
    private Role? Everyone => Roles.FirstOrDefault(role => role.Id == Guild.Id);

    private IEnumerable<Role> OwnRoles => Roles.Where(role => BotRoles.Contains(role.Id));

    /// <summary>The role that Discord made for the bot; its name is what a person looks for in the settings.</summary>
    public string BotRoleName => OwnRoles.FirstOrDefault(role => role.Managed)?.Name ?? "the bot's role";

    /// <summary>In the server at large, before channels say otherwise.</summary>
    public Permissions Permissions => OwnRoles.Aggregate(Everyone?.Permissions ?? Permissions.None, (all, role) => all | role.Permissions);

    public int HighestPosition => OwnRoles.Select(role => role.Position).DefaultIfEmpty(0).Max();

    public Channel? FindChannel(Snowflake? id) => id is null ? null : Channels.FirstOrDefault(channel => channel.Id == id);

    public Role? FindRole(Snowflake? id) => id is null ? null : Roles.FirstOrDefault(role => role.Id == id);

    public Permissions PermissionsIn(Channel channel) => ChannelAccess.Of(Bot, BotRoles, Roles, channel, Guild.Id);
}
