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
        : Channels.FirstOrDefault(channel => item.ChannelTypes().Contains(channel.Type) && IsNamed(channel.Name, item.Name()))?.Id;

    /// <summary>Discord's algorithm: everyone's overwrite, then the roles' together, then the member's.</summary>
    public Permissions PermissionsIn(Channel channel)
    {
        var permissions = Permissions;
        if ((permissions & Permissions.Administrator) != 0)
        {
            return (Permissions)ulong.MaxValue;
        }

        var overwrites = channel.PermissionOverwrites ?? [];
        foreach (var everyone in overwrites.Where(overwrite => overwrite.Id == Guild.Id))
        {
            permissions = (permissions & ~everyone.Deny) | everyone.Allow;
        }

        var ofRoles = overwrites.Where(overwrite => overwrite.Type == OverwriteType.Role && BotRoles.Contains(overwrite.Id)).ToList();
        permissions = ofRoles.Aggregate(permissions, (all, overwrite) => all & ~overwrite.Deny);
        permissions = ofRoles.Aggregate(permissions, (all, overwrite) => all | overwrite.Allow);
        foreach (var own in overwrites.Where(overwrite => overwrite.Type == OverwriteType.Member && overwrite.Id == Bot))
        {
            permissions = (permissions & ~own.Deny) | own.Allow;
        }

        return permissions;
    }

    private static bool IsNamed(string? name, string wanted) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);
}
