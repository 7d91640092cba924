using Nexus.Bot.Features.Shared;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Asks Discord what it takes to post an announcement in its channel, and whom it reaches. For follow-ups.</summary>
internal sealed class ChannelCheck(IDiscordRest discord, ChannelAudience audience)
{
    private static readonly (Permissions Permission, string Name, Func<Announcement, bool> IsNeeded)[] Needed =
    [
        (Permissions.ViewChannel, "View Channel", _ => true),
        (Permissions.SendMessages, "Send Messages", _ => true),
        (Permissions.ReadMessageHistory, "Read Message History", _ => true),
        (Permissions.CreatePublicThreads, "Create Public Threads", it => it.OpensThread),
    ];

    /// <param name="bot">The id of the bot's user.</param>
    /// <param name="withFiles">It has files, which take a permission of their own.</param>
    public async Task<ChannelFindings> RunAsync(Announcement announcement, Snowflake bot, CancellationToken ct, bool withFiles = false)
    {
        try
        {
            var guild = await discord.GetGuildAsync(announcement.GuildId, ct: ct);
            var place = await discord.GetChannelAsync(announcement.ChannelId, ct: ct);
            var self = await discord.GetMemberAsync(announcement.GuildId, bot, ct: ct);
            var may = ChannelAccess.Of(bot, self.Roles, guild.Roles, place, announcement.GuildId);
            var findings = new ChannelFindings
            {
                Missing =
                [
                    .. Needed.Where(it => it.IsNeeded(announcement) && !may.HasFlag(it.Permission)).Select(it => it.Name),
                    .. withFiles && !may.HasFlag(Permissions.AttachFiles) ? ["Attach Files"] : Array.Empty<string>(),
                ],
                CannotBePublished = announcement.IsCrossposted && place.Type != ChannelType.GuildAnnouncement,
                Audience = await audience.OfAsync(announcement.GuildId, announcement.ChannelId, null, null, ct),
            };
            if (announcement.PingRoleId is not { } role)
            {
                return findings;
            }

            var owner = await PingRights.MemberAsync(discord, announcement.GuildId, announcement.OwnerId, null, ct);
            return findings with
            {
                Ping = PingRights.Of(role, guild, place, owner, self),
                Pinged = await audience.OfAsync(announcement.GuildId, announcement.ChannelId, role, null, ct),
            };
        }
        catch (DiscordApiException refused) when (refused.Code is DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions)
        {
            return new ChannelFindings { Missing = ["View Channel"] };
        }
        catch (DiscordApiException)
        {
            // Not known now: the delivery itself will tell.
            return new ChannelFindings();
        }
    }
}
