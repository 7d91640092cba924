using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Once the preview is out, looks whether the bot may post in the channel, so that a mentor hears of it now and not when it is due.</summary>
internal sealed class CheckAnnouncementChannel(
    AnnouncementBook book, GuildConfigurations configurations, IDiscordRest discord, TimeProvider clock) : IFollowUp
{
    private const Permissions Needed = Permissions.ViewChannel | Permissions.SendMessages | Permissions.ReadMessageHistory;

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (!long.TryParse(call.Argument, out var id) || await book.FindAsync(call.Guild, id, ct) is not { } draft)
        {
            return null;
        }

        if (await MissingAsync(call, draft.ChannelId, ct) is not { Count: > 0 } missing)
        {
            return null;
        }

        var zone = Zones.Named((await configurations.OfAsync(call.Guild, ct)).TimeZone);
        return AnnouncementViews.PreviewThatCannotBePosted(draft, zone, clock.GetUtcNow(), missing);
    }

    private async Task<IReadOnlyList<string>> MissingAsync(FollowUpCall call, Snowflake channel, CancellationToken ct)
    {
        try
        {
            var place = await discord.GetChannelAsync(channel, ct: ct);
            var roles = await discord.GetRolesAsync(call.Guild, ct: ct);
            // A bot's user has the id of its application.
            var self = await discord.GetMemberAsync(call.Guild, call.Interaction.ApplicationId, ct: ct);
            var lacks = Needed & ~ChannelAccess.Of(self.User?.Id ?? call.Interaction.ApplicationId, self.Roles, roles, place, call.Guild);
            return
            [
                .. new[] { (Permissions.ViewChannel, "View Channel"), (Permissions.SendMessages, "Send Messages"), (Permissions.ReadMessageHistory, "Read Message History") }
                    .Where(permission => lacks.HasFlag(permission.Item1))
                    .Select(permission => permission.Item2),
            ];
        }
        catch (DiscordApiException refused) when (refused.Code is DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions)
        {
            return ["View Channel"];
        }
        catch (DiscordApiException)
        {
            // Not known now: the delivery itself will tell.
            return [];
        }
    }
}
