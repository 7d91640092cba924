using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Home;

/// <summary>What the mentors' log says of pairs that have no place.</summary>
internal static class PairHomeViews
{
    public static string NoChannel(Pair pair) =>
        $"⚠️ {Name(pair)} has no thread: no channel is chosen for teams, under which pairs have theirs too. `/nexus setup` creates one, or you choose it there under **Channels…**; the threads of all pairs come by themselves then.";

    public static string MayNot(Pair pair, Snowflake channel, int code) => code switch
    {
        DiscordErrorCode.UnknownChannel => $"⚠️ {Name(pair)} has no thread: the channel for teams is gone. Choose another one with `/nexus setup`; the threads of all pairs come by themselves then.",
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions =>
            $"⚠️ {Name(pair)} has no thread: I may not open private threads in {Md.Channel(channel)}. Give me **Create Private Threads** and **Send Messages in Threads** there; the threads of all pairs come by themselves then.",
        _ => string.Create(CultureInfo.InvariantCulture, $"⚠️ {Name(pair)} has no thread: Discord refused it in {Md.Channel(channel)} (code {code}). I try again every few minutes."),
    };

    private static string Name(Pair pair) => $"The pair “{Md.EscapeLine(pair.Name)}”";
}
