namespace Nexus.Sandbox.Emulator;

internal sealed partial class World
{
    /// <summary>Whether the bot may see the channel at all.</summary>
    public bool BotSees(Channel channel) => Sees(BotUser.Id, channel);

    public bool Sees(ulong user, Channel channel) => channel.IsDirect
        ? channel.Recipients.Any(recipient => recipient.Id == user)
        : PermissionsOf(user, channel).HasFlag(Permission.ViewChannel);

    /// <summary>What a member may do in the server, before any channel's overwrites.</summary>
    public Permission PermissionsOf(ulong user)
    {
        lock (Gate)
        {
            return Guild.Member(user) is { } member
                ? Permissions.InGuild(Guild.OwnerId == user, Guild.Everyone.Permissions, RolesOf(member))
                : Permission.None;
        }
    }

    /// <summary>What a member may do in a channel; nothing for those who are not in the server. Private threads are seen by those in them.</summary>
    public Permission PermissionsOf(ulong user, Channel channel)
    {
        lock (Gate)
        {
            if (channel.IsDirect)
            {
                return DirectPermissions;
            }

            if (Guild.Member(user) is not { } member)
            {
                return Permission.None;
            }

            var parent = channel.IsThread && channel.ParentId is { } id ? Guild.Channels.GetValueOrDefault(id) ?? channel : channel;
            var granted = Permissions.WithOverwrites(PermissionsOf(user), Guild.Id, user, member.Roles, parent.Overwrites);
            granted = Permissions.Implied(granted, channel.IsThread, member.TimedOutUntil > Now);
            var hidden = channel.Type == ChannelType.PrivateThread
                && !granted.HasFlag(Permission.ManageThreads) && !channel.Thread!.Members.ContainsKey(user);
            return hidden ? Permission.None : granted;
        }
    }

    private const Permission DirectPermissions = Permission.ViewChannel | Permission.SendMessages | Permission.EmbedLinks | Permission.AttachFiles
        | Permission.ReadMessageHistory | Permission.AddReactions | Permission.UseExternalEmojis | Permission.SendVoiceMessages
        | Permission.SendPolls | Permission.PinMessages | Permission.UseApplicationCommands;

    private IEnumerable<Permission> RolesOf(Member member)
    {
        foreach (var id in member.Roles)
        {
            if (Guild.Roles.TryGetValue(id, out var role))
            {
                yield return role.Permissions;
            }
        }
    }
}
