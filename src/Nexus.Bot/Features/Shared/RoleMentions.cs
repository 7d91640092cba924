using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Shared;

/// <summary>Whether somebody may (still) ping a role, asked of Discord at the moment of sending. For jobs and follow-ups.</summary>
internal sealed class RoleMentions(IDiscordRest discord)
{
    /// <summary>What a member needs where a role lets nobody else mention it.</summary>
    public static bool May(Role role, Permissions mayThere) =>
        role.Mentionable || (mayThere & (Permissions.MentionEveryone | Permissions.Administrator)) != Permissions.None;

    /// <exception cref="DiscordApiException">Discord cannot be asked now.</exception>
    public async Task<bool> MayAsync(Snowflake guild, Snowflake person, Snowflake role, Snowflake channel, CancellationToken ct)
    {
        try
        {
            var roles = await discord.GetRolesAsync(guild, RequestOptions.Batch, ct);
            var member = await discord.GetMemberAsync(guild, person, RequestOptions.Batch, ct);
            var place = await discord.GetChannelAsync(channel, RequestOptions.Batch, ct);
            if (place is { Type: ChannelType.PublicThread or ChannelType.PrivateThread or ChannelType.AnnouncementThread, ParentId: { } parent })
            {
                place = await discord.GetChannelAsync(parent, RequestOptions.Batch, ct);
            }

            return roles.FirstOrDefault(it => it.Id == role) is { } found && May(found, ChannelAccess.Of(person, member.Roles, roles, place, guild));
        }
        catch (DiscordApiException refused) when (refused is { IsPermanent: true, Status: not 401 })
        {
            return false; // the person has left, the role or the channel is gone
        }
    }
}
