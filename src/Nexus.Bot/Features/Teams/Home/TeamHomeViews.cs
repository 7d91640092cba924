using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>What the mentors' log says of a team that has no place.</summary>
internal static class TeamHomeViews
{
    public static string NoChannel(Team team) =>
        $"⚠️ Team {TeamNameViews.Name(team)} has no thread: no channel is chosen for teams. `/nexus setup` creates one, or you choose it there under **Channels…**; the thread comes by itself then.";

    public static string NoOwnChannel(Team team, int code) =>
        $"⚠️ Team {TeamNameViews.Name(team)} has no channel: {Why(code, TeamPlace.Channel)} The channel comes by itself then; so do those of the other teams that were formed with it.";

    /// <summary>Why Discord refused a place, and what mends it.</summary>
    public static string Why(int code, TeamPlace place) => code switch
    {
        Team.NoChannel => "no channel is chosen for teams. `/nexus setup` creates one, or you choose it there under **Channels…**.",
        DiscordErrorCode.UnknownChannel => "the channel for teams is gone. Choose another one with `/nexus setup`.",
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions when place == TeamPlace.Thread =>
            "I may not open private threads in the channel for teams. Give me **Create Private Threads** and **Send Messages in Threads** there.",
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions => "I may not make channels. Give my role **Manage Channels** and **Manage Roles** in the server's settings.",
        DiscordErrorCode.TooManyChannels => "the server has all of the 500 channels it can have. Delete some that nobody needs.",
        DiscordErrorCode.InvalidFormBody when place == TeamPlace.Channel => "Discord did not take it: the category **Teams** was deleted a moment ago, or has all of the 50 channels it can have. Delete some there that nobody needs; I try again every few minutes.",
        DiscordErrorCode.TooManyThreads => "the server has all of the 1000 open threads it can have. Close some that nobody needs.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Discord refused it (code {code}). I try again every few minutes."),
    };

    /// <summary>Why Discord refused a role, and what mends it.</summary>
    public static string WhyNoRole(int code) => code switch
    {
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions =>
            "I may not make the role or give it. Give my role **Manage Roles** in the server's settings, and drag it above the teams' roles there.",
        DiscordErrorCode.TooManyRoles => "the server has all of the 250 roles it can have. Delete some that nobody needs.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Discord refused the role (code {code}). I try again every few minutes."),
    };

    public static string MayNot(Team team, Snowflake channel, int code) => code switch
    {
        DiscordErrorCode.UnknownChannel => $"⚠️ Team {TeamNameViews.Name(team)} has no thread: the channel for teams is gone. Choose another one with `/nexus setup`; the thread comes by itself then.",
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions =>
            $"⚠️ Team {TeamNameViews.Name(team)} has no thread: I may not open private threads in {Md.Channel(channel)}. Give me **Create Private Threads** and **Send Messages in Threads** there; the thread comes by itself then.",
        _ => string.Create(CultureInfo.InvariantCulture, $"⚠️ Team {TeamNameViews.Name(team)} has no thread: Discord refused it in {Md.Channel(channel)} (code {code}). I try again every few minutes."),
    };
}
