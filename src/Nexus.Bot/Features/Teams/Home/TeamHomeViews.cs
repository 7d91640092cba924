using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>What the mentors' log says of a team that has no place.</summary>
internal static class TeamHomeViews
{
    public static string NoChannel(Team team) =>
        $"⚠️ Team {TeamNameViews.Name(team)} has no thread: no channel is chosen for teams. `/nexus setup` creates one, or you choose it there under **Channels…**; the thread comes by itself then.";

    public static string MayNot(Team team, Snowflake channel, int code) => code switch
    {
        DiscordErrorCode.UnknownChannel => $"⚠️ Team {TeamNameViews.Name(team)} has no thread: the channel for teams is gone. Choose another one with `/nexus setup`; the thread comes by itself then.",
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions =>
            $"⚠️ Team {TeamNameViews.Name(team)} has no thread: I may not open private threads in {Md.Channel(channel)}. Give me **Create Private Threads** and **Send Messages in Threads** there; the thread comes by itself then.",
        _ => string.Create(CultureInfo.InvariantCulture, $"⚠️ Team {TeamNameViews.Name(team)} has no thread: Discord refused it in {Md.Channel(channel)} (code {code}). I try again every few minutes."),
    };
}
