using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements;

/// <summary>The channel of an announcement, and who the bot is there.</summary>
internal sealed record ChannelFacts(Guild Guild, Channel Channel, Member Bot);

/// <summary>Asks Discord what it takes to post an announcement in its channel, and whom it reaches. For follow-ups.</summary>
internal sealed class ChannelCheck(IDiscordRest discord, ChannelAudience audience)
{
    private static readonly (Permissions Permission, string Name, Func<AnnouncementLook, bool> IsNeeded)[] Needed =
    [
        (Permissions.ViewChannel, "View Channel", _ => true),
        (Permissions.SendMessages, "Send Messages", _ => true),
        (Permissions.ReadMessageHistory, "Read Message History", _ => true),
        (Permissions.CreatePublicThreads, "Create Public Threads", it => it.Announcement.OpensThread),
        (Permissions.AttachFiles, "Attach Files", it => it.Files.Count > 0),
    ];

    /// <exception cref="DiscordApiException">Discord does not tell.</exception>
    public async Task<ChannelFacts> AskAsync(Announcement announcement, FollowUpCall call, CancellationToken ct) => new(
        await discord.GetGuildAsync(announcement.GuildId, withCounts: true, ct: ct),
        await discord.GetChannelAsync(announcement.ChannelId, ct: ct),
        // A bot's user has the id of its application.
        await discord.GetMemberAsync(announcement.GuildId, call.Interaction.ApplicationId, ct: ct));

    /// <summary>Whether a person may ping a role; who has just acted came along with the interaction.</summary>
    /// <exception cref="DiscordApiException">Discord does not tell.</exception>
    public async Task<PingRight> MayPingAsync(Snowflake person, Snowflake role, ChannelFacts facts, FollowUpCall call, CancellationToken ct) => PingRights.Of(
        role, facts.Guild, facts.Channel, person == call.User ? call.Interaction.Member : await PingRights.MemberAsync(discord, call.Guild, person, null, ct), facts.Bot);

    /// <summary>The same announcement with what was found; without, when Discord does not tell now: the delivery itself will.</summary>
    /// <param name="facts">When they are known already.</param>
    public async Task<AnnouncementLook> WithFindingsAsync(AnnouncementLook look, FollowUpCall call, CancellationToken ct, ChannelFacts? facts = null)
    {
        try
        {
            facts ??= await AskAsync(look.Announcement, call, ct);
            return look with { Found = await FindAsync(look, facts, call, ct) };
        }
        catch (DiscordApiException refused) when (refused.Code is DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions)
        {
            return look with { Found = new ChannelFindings { Missing = ["View Channel"] } };
        }
        catch (DiscordApiException)
        {
            return look;
        }
    }

    private async Task<ChannelFindings> FindAsync(AnnouncementLook look, ChannelFacts facts, FollowUpCall call, CancellationToken ct)
    {
        var announcement = look.Announcement;
        var (guild, channel, bot) = facts;
        var may = ChannelAccess.Of(bot.User?.Id ?? default, bot.Roles, guild.Roles, channel, guild.Id);
        var findings = new ChannelFindings
        {
            Missing = [.. Needed.Where(it => it.IsNeeded(look) && !may.HasFlag(it.Permission)).Select(it => it.Name)],
            CannotBePublished = announcement.IsCrossposted && channel.Type != ChannelType.GuildAnnouncement,
            Audience = await audience.OfAsync(guild, channel, null, null, ct),
        };
        return announcement.PingRoleId is not { } role ? findings : findings with
        {
            Ping = await MayPingAsync(announcement.OwnerId, role, facts, call, ct),
            Pinged = await audience.OfAsync(guild, channel, role, null, ct),
        };
    }
}
