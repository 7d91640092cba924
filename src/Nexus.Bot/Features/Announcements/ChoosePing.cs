using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Asks Discord whether the role (the argument is "announcement/role") may be pinged by whoever chose it and by the owner.</summary>
internal sealed class ChoosePing(AnnouncementBook book, AnnouncementDesk desk, ChannelCheck check, IDiscordRest discord) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var number, var chosen] || !long.TryParse(number, out var id) || !Snowflake.TryParse(chosen, out var role)
            || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return null;
        }

        string? note = null;
        var bot = call.Interaction.ApplicationId;
        try
        {
            foreach (var person in new[] { call.User, announcement.OwnerId }.Distinct())
            {
                var right = await PingRights.AskAsync(discord, call.Guild, announcement.ChannelId, role, person, bot, new RequestOptions(), ct);
                note ??= right == PingRight.Allowed ? null : AnnouncementCardViews.PingRefused(announcement, role, right, person);
            }
        }
        catch (DiscordApiException)
        {
            note = AnnouncementViews.CouldNotAskWhetherItMayPing();
        }

        if (note is null)
        {
            announcement.PingRoleId = role;
            if (!await book.SaveAsync(announcement, call.User, ct))
            {
                return AnnouncementViews.TooLateToChange();
            }
        }

        return AnnouncementCardViews.ShownAsFound(await desk.LookAsync(announcement, ct, note is null ? null : $"⚠️ {note} Nothing was changed.") with
        {
            Found = await check.RunAsync(announcement, bot, ct),
        });
    }
}
