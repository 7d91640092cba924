using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>Asks Discord whether the role (the argument is "announcement/role") may be pinged by whoever chose it and by the owner.</summary>
internal sealed class ChoosePing(AnnouncementBook book, AnnouncementDesk desk, ChannelCheck check) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (call.Argument.Split('/') is not [var number, var chosen] || !long.TryParse(number, out var id) || !Snowflake.TryParse(chosen, out var role)
            || await book.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return null;
        }

        string? note = null;
        ChannelFacts? facts = null;
        try
        {
            facts = await check.AskAsync(announcement, call, ct);
            foreach (var person in new[] { call.User, announcement.OwnerId }.Distinct())
            {
                var right = await check.MayPingAsync(person, role, facts, call, ct);
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

        var look = await desk.LookAsync(announcement, ct, note is null ? null : $"⚠️ {note} Nothing was changed.");
        return AnnouncementCardViews.ShownAsFound(await desk.WithFilesAsync(await check.WithFindingsAsync(look, call, ct, facts), ct));
    }
}
