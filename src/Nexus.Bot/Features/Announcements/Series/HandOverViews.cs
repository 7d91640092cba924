using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>What people read when an announcement changes hands.</summary>
internal static class HandOverViews
{
    public static Reply HandedOver(Announcement announcement, Snowflake to) =>
        Reply.Private($"🤝 **{Md.EscapeLine(announcement.Title)}** is {Md.User(to)}'s now, and {Md.User(to)} hears of it from me.");

    public static Reply IsOwner(Announcement announcement, Snowflake to) =>
        Reply.Private($"**{Md.EscapeLine(announcement.Title)}** is {Md.User(to)}'s already. Nothing was changed.");

    public static Reply NotHere() => Reply.Private("An announcement needs a person on this server to look after it. Nothing was changed.");

    public static Reply NoMentor(Snowflake to) => Reply.Private($"{Md.User(to)} is no mentor, so could not change it. Nothing was changed.");

    public static Reply TakenOver(Snowflake owner, Snowflake by, IReadOnlyList<Announcement> taken) => Reply.ChangeCard(
        new TextDisplay($"🤝 {Md.User(by)} looks after {string.Join(", ", taken.Select(it => $"**{Md.EscapeLine(it.Title)}**"))} now that {Md.User(owner)} has left."));

    public static Reply NothingToTakeOver() => Reply.Private("Somebody looks after them already, or they have ended. `/announce list` shows what is coming.");
}
