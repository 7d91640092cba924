using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Shared;

internal enum PingRight
{
    Allowed,

    /// <summary>There is no such role (any more).</summary>
    RoleGone,

    /// <summary>The person may not mention it there.</summary>
    PersonMayNot,

    /// <summary>The bot may not mention it there.</summary>
    BotMayNot,
}

/// <summary>Whether a role may be pinged in a channel, on a person's behalf: by that person, and by the bot.</summary>
internal static class PingRights
{
    /// <param name="person">Null for somebody who has left.</param>
    public static PingRight Of(Snowflake role, Guild guild, Channel channel, Member? person, Member bot)
    {
        if (guild.Roles.FirstOrDefault(it => it.Id == role) is not { } pinged)
        {
            return PingRight.RoleGone;
        }

        return pinged.Mentionable && role != guild.Id && person is not null ? PingRight.Allowed
            : !May(person, guild, channel) ? PingRight.PersonMayNot
            : May(bot, guild, channel) ? PingRight.Allowed
            : PingRight.BotMayNot;
    }

    /// <summary>At first sight, with what an interaction tells of somebody's permissions in the channel.</summary>
    public static bool May(Role role, Permissions there) =>
        role.Mentionable || (there & (Permissions.MentionEveryone | Permissions.Administrator)) != Permissions.None;

    /// <summary>Asks Discord for all that it takes.</summary>
    /// <param name="bot">The id of the bot's user.</param>
    public static async Task<PingRight> AskAsync(IDiscordRest discord, Snowflake guild, Snowflake channel, Snowflake role, Snowflake person, Snowflake bot, RequestOptions options, CancellationToken ct)
    {
        var place = await ChannelAccess.PlaceAsync(discord, channel, options, ct);
        var server = await discord.GetGuildAsync(guild, options: options, ct: ct);
        var self = await discord.GetMemberAsync(guild, bot, options, ct);
        return Of(role, server, place, await MemberAsync(discord, guild, person, options, ct), self);
    }

    /// <summary>Null for somebody who is not on the server (any more).</summary>
    public static async Task<Member?> MemberAsync(IDiscordRest discord, Snowflake guild, Snowflake person, RequestOptions? options, CancellationToken ct)
    {
        try
        {
            return await discord.GetMemberAsync(guild, person, options, ct);
        }
        catch (DiscordApiException unknown) when (unknown.Status == 404)
        {
            return null;
        }
    }

    private static bool May(Member? member, Guild guild, Channel channel) =>
        member?.User is { } user
        && (user.Id == guild.OwnerId || ChannelAccess.Of(user.Id, member.Roles, guild.Roles, channel, guild.Id).HasFlag(Permissions.MentionEveryone));
}
