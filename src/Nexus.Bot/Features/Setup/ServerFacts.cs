using Nexus.Bot.Features.Shared;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Setup;

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

    /// <summary>By name and type; ids are the only thing that is kept.</summary>
    public Snowflake? FindByName(SetupItem item) => item.IsRole()
        ? Roles.FirstOrDefault(role => !role.Managed && (IsNamed(role.Name, item.Name()) || IsNamed(role.Name, item.Name() + "s")))?.Id
        : Channels.FirstOrDefault(channel => item.AdoptedTypes().Contains(channel.Type) && IsNamed(channel.Name, item.Name()))?.Id;

    public Permissions PermissionsIn(Channel channel) => ChannelAccess.Of(Bot, BotRoles, Roles, channel, Guild.Id);

    private static bool IsNamed(string? name, string wanted) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);
}
