using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Ideas.Settings;

/// <summary>Takes a channel as the mentors' when the bot can write there.</summary>
internal sealed class ChooseMentorChannelFollowUp(SettingsDesk desk, IDiscordRest discord) : IFollowUp
{
    private const Permissions Needed = Permissions.ViewChannel | Permissions.SendMessages;

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var channel = Snowflake.Parse(call.Argument);
        try
        {
            if (!await MayWriteAsync(call.Guild, channel, ct))
            {
                return SettingsViews.CannotWrite(await desk.OfAsync(call.Guild, ct), channel);
            }
        }
        catch (DiscordApiException refused)
        {
            var shown = await desk.OfAsync(call.Guild, ct);
            return DeliveryTrouble.MayPass(refused) ? SettingsViews.CannotLook(shown, channel) : SettingsViews.CannotWrite(shown, channel);
        }

        return SettingsViews.Changed(await desk.ChangeAsync(call.Guild, call.User, "where mentors hear of them", it => it.MentorChannelId = channel, ct));
    }

    private async Task<bool> MayWriteAsync(Snowflake guild, Snowflake channel, CancellationToken ct)
    {
        // A bot's user has the id of its application.
        var self = (await discord.GetCurrentApplicationAsync(ct)).Id;
        var place = await ChannelAccess.PlaceAsync(discord, channel, options: null, ct);
        var server = await discord.GetGuildAsync(guild, ct: ct);
        var member = await discord.GetMemberAsync(guild, self, ct: ct);
        return place.GuildId == guild && ChannelAccess.Of(self, member.Roles, server.Roles, place, guild).HasFlag(Needed);
    }
}
