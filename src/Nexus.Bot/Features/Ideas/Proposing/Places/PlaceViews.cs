using System.Globalization;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Proposing.Places;

/// <summary>What mentors read in the log when ideas have no place; it begins with the bot's name.</summary>
internal static class PlaceViews
{
    public static string ForumGone(int many) => string.Create(CultureInfo.InvariantCulture,
        $"lost the ideas forum: it was deleted{(many > 0 ? $" with {(many == 1 ? "1 idea" : $"{many} ideas")} in it" : "")}. Every idea is safe with me, with its votes and places; what was written in the threads is gone. An admin chooses another forum in `/nexus setup`, or lets me create one: then I post them again.");

    public static string ThreadGone(Idea idea) => $"noticed that the post of {IdeaNameViews.Name(idea)} was deleted. The idea is safe with me, with its votes and places: `/idea show` shows it; **More…** there puts it up again, or withdraws it.";

    public static string NoForum() => "could not post an idea: this server has no place for ideas yet. An admin chooses one in `/nexus setup`; what was approved is posted then.";

    public static string Refused(Snowflake place, int code) => $"could not post an idea: {Why(place, code)} Then run `/nexus setup`: what was approved is posted then.";

    public static string Why(Snowflake place, int code) => code switch
    {
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions =>
            $"I may not post in {Md.Channel(place)}. Please give Nexus View Channel, Send Messages, Create Posts and Send Messages in Threads there.",
        DiscordErrorCode.TagRequired => $"{Md.Channel(place)} asks for a tag on every post and offers none that fits. Please add one, or let posts go without.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Discord did not take it in {Md.Channel(place)} (code {code})."),
    };
}
