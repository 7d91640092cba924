using System.Globalization;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>What people read about what follows a post.</summary>
internal static class PostViews
{
    /// <summary>For the card of an announcement: its thread, whether it was published, its scheduled event, and what did not work.</summary>
    public static IEnumerable<string> Lines(Announcement announcement, Delivery? delivery, AnnouncementPost? post, AnnouncementEvent? scheduled)
    {
        if (post?.ThreadId is { } thread)
        {
            yield return $"💬 Discussion: {Md.Channel(thread)}";
        }
        else if (post?.ThreadFailure is { } noThread)
        {
            yield return $"⚠️ It has no discussion thread: {ThreadReason(delivery?.PostedIn ?? announcement.ChannelId, noThread)}";
        }

        if (post?.CrosspostedAt is { } published)
        {
            yield return $"📣 Published to the servers that follow the channel, {Md.Time(published, 'R')}";
        }
        else if (post?.CrosspostFailure is { } unpublished)
        {
            yield return $"⚠️ It was not published to followers: {PublishReason(unpublished)}";
        }

        if (delivery is { State: DeliveryState.Sent, Failure: not null })
        {
            yield return "⚠️ What was to follow the post could not be done within a day, since Discord could not be reached.";
        }

        if (scheduled?.EventId is { } id)
        {
            yield return $"🗓️ Scheduled event: {EventUrl(announcement.GuildId, id)}";
        }

        if (scheduled?.Failure is { } refused)
        {
            yield return $"⚠️ Its scheduled event {(scheduled.EventId is null ? "is missing" : "is not up to date")}: {EventReason(refused)}";
        }
    }

    public static string SoManyGotIt(int pressed) => pressed switch
    {
        0 => "👍 Nobody has pressed **Got it** yet.",
        1 => "👍 1 person has pressed **Got it**.",
        _ => $"👍 {pressed} people have pressed **Got it**.",
    };

    public static string EventUrl(Snowflake guild, Snowflake id) => $"https://discord.com/events/{guild}/{id}";

    public static string NoThread(Announcement announcement, Delivery delivery, int code) =>
        $"⚠️ {Named(announcement, delivery)} was posted, but without its discussion thread: {ThreadReason(delivery.PostedIn ?? announcement.ChannelId, code)}";

    public static string NotPublished(Announcement announcement, Delivery delivery, int code) =>
        $"⚠️ {Named(announcement, delivery)} was posted, but not published to followers: {PublishReason(code)}";

    public static string NoEvent(Announcement announcement, int code) =>
        $"⚠️ The scheduled event of **{Md.EscapeLine(announcement.Title)}** could not be brought up to date: {EventReason(code)} The announcement itself is not affected.";

    private static string Named(Announcement announcement, Delivery delivery) =>
        $"**{Md.EscapeLine(announcement.Title)}** ({Md.MessageUrl(delivery.GuildId, delivery.PostedIn ?? announcement.ChannelId, delivery.MessageId ?? default)})";

    private static string ThreadReason(Snowflake channel, int code) => code switch
    {
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions => $"I may not open one. Give Nexus **Create Public Threads** in {Md.Channel(channel)}, for the next post.",
        DiscordErrorCode.UnknownMessage or DiscordErrorCode.UnknownChannel => "somebody had deleted the message before.",
        _ => Refused(code),
    };

    private static string PublishReason(int code) => code switch
    {
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions => "I may not. Give Nexus **Send Messages** and **Manage Messages** in that channel, then publish it by hand.",
        DiscordErrorCode.UnknownMessage or DiscordErrorCode.UnknownChannel => "somebody had deleted the message before.",
        _ => $"{Refused(code)} Only announcement channels can be followed.",
    };

    private static string EventReason(int code) => code switch
    {
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions => "I may not. Give Nexus **Create Events**; I try again every few minutes.",
        _ => $"{Refused(code)} I try again every few minutes.",
    };

    private static string Refused(int code) => string.Create(CultureInfo.InvariantCulture, $"Discord refused it (code {code}).");
}
