using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Announcements.Calendar;

/// <summary>Asks Discord which channels the person can read, and writes the file with what is for them.</summary>
internal sealed class WriteCalendar(NexusDb db, IEnumerable<ICalendarEntries> sources, IDiscordRest discord, TimeProvider clock) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var entries = new List<CalendarEntry>();
        foreach (var source in sources)
        {
            entries.AddRange(await source.ComingAsync(db, call.Guild, call.User, call.Roles, ct));
        }

        try
        {
            var server = await discord.GetGuildAsync(call.Guild, ct: ct);
            var channels = (await discord.GetGuildChannelsAsync(call.Guild, ct: ct)).ToDictionary(channel => channel.Id);
            var now = clock.GetUtcNow();
            List<CalendarEntry> seen =
            [
                .. entries.Where(entry => entry.Channel is not { } id || (channels.TryGetValue(id, out var channel) && CanRead(call, server, channel))).OrderBy(entry => entry.Start),
            ];
            return seen.Count == 0 ? CalendarViews.NothingIsComing() : CalendarViews.Written(seen, CalendarFile.Of(call.Guild, server.Name, seen, now));
        }
        catch (DiscordApiException)
        {
            return CalendarViews.NotNow();
        }
    }

    private static bool CanRead(FollowUpCall call, Guild server, Channel channel) =>
        call.User == server.OwnerId || ChannelAccess.Of(call.User, call.Roles, server.Roles, channel, call.Guild).HasFlag(Permissions.ViewChannel);
}
