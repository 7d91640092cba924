namespace Nexus.Sandbox.Emulator;

/// <summary>Discord's permission algorithm, on plain values.</summary>
/// <remarks>https://discord.com/developers/docs/topics/permissions#permission-overwrites</remarks>
internal static partial class Permissions
{
    private const Permission NeedsSend = Permission.MentionEveryone | Permission.SendTtsMessages | Permission.EmbedLinks
        | Permission.AttachFiles | Permission.SendPolls | Permission.SendVoiceMessages;

    private const Permission LeftInTimeout = Permission.ViewChannel | Permission.ReadMessageHistory;

    /// <summary>What a member may do in the guild, before any channel's overwrites.</summary>
    public static Permission InGuild(bool owner, Permission everyone, IEnumerable<Permission> roles)
    {
        if (owner)
        {
            return Permission.All;
        }

        var granted = everyone;
        foreach (var role in roles)
        {
            granted |= role;
        }

        return (granted & Permission.Administrator) != 0 ? Permission.All : granted;
    }

    /// <summary>Applies a channel's overwrites: @everyone, then all roles together, then the member.</summary>
    public static Permission WithOverwrites(Permission inGuild, ulong guild, ulong user, IReadOnlyCollection<ulong> roles, IReadOnlyList<PermissionOverwrite> overwrites)
    {
        if ((inGuild & Permission.Administrator) != 0)
        {
            return Permission.All;
        }

        Permission roleAllow = 0, roleDeny = 0;
        PermissionOverwrite everyone = default, member = default;
        for (var i = 0; i < overwrites.Count; i++)
        {
            var overwrite = overwrites[i];
            if (overwrite.IsMember)
            {
                if (overwrite.Id == user)
                {
                    member = overwrite;
                }
            }
            else if (overwrite.Id == guild)
            {
                everyone = overwrite;
            }
            else if (roles.Contains(overwrite.Id))
            {
                roleAllow |= overwrite.Allow;
                roleDeny |= overwrite.Deny;
            }
        }

        var granted = (inGuild & ~everyone.Deny) | everyone.Allow;
        granted = (granted & ~roleDeny) | roleAllow;
        return (granted & ~member.Deny) | member.Allow;
    }

    /// <summary>What the answer means in practice: without VIEW_CHANNEL nothing, without SEND_MESSAGES nothing that goes with a message.</summary>
    public static Permission Implied(Permission granted, bool thread, bool timedOut = false)
    {
        if ((granted & Permission.Administrator) != 0)
        {
            return granted;
        }

        if ((granted & Permission.ViewChannel) == 0)
        {
            return 0;
        }

        if (timedOut)
        {
            return granted & LeftInTimeout;
        }

        var send = thread ? Permission.SendMessagesInThreads : Permission.SendMessages;
        return (granted & send) == 0 ? granted & ~(NeedsSend | send) : granted;
    }
}
