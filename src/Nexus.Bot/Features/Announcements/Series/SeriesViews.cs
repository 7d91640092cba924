using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>What people read about when an announcement goes out.</summary>
internal static class SeriesViews
{
    private const int Dates = 5;

    /// <summary>For a preview: the rule in words with its next five dates, quiet hours it falls into, and whether somebody has to approve it.</summary>
    public static IReadOnlyList<string> Lines(Announcement announcement, GuildConfiguration configuration, DateTimeOffset now)
    {
        var lines = new List<string>();
        var next = SeriesTimes.Next(announcement, configuration, now, Dates + 1);
        if (announcement.Repeats is { } repeats)
        {
            lines.Add($"🔁 {Rule(announcement)} ({repeats.ZoneId})");
            var dates = string.Join(" · ", next.Take(Dates).Select(due => Md.Time(due, 'f')));
            lines.Add(next.Count switch
            {
                0 => "⚠️ It has no date left.",
                > Dates => $"Next: {dates} …",
                _ => $"Next: {dates}; then it ends.",
            });
        }

        if (QuietHours.Of(configuration) is { } quiet)
        {
            lines.AddRange(Quiet(announcement, quiet, now));
        }

        if (configuration.AnnouncementsNeedApproval && announcement.ApprovedBy is null)
        {
            lines.Add("🔏 A second mentor has to approve it before it goes out.");
        }

        return lines;
    }

    /// <summary>"Every weekday at 09:00, until 20 Dec 2026, except 8 Dec 2026".</summary>
    public static string Rule(Announcement announcement) =>
        announcement.Repeats?.Words is { } words ? char.ToUpperInvariant(words[0]) + words[1..] : "";

    public static Reply HandedIn(Announcement announcement) => Reply.ChangeCard(
        new TextDisplay($"🔏 **{Md.EscapeLine(announcement.Title)}** waits for a second mentor, who finds it in the log channel and in `/announce list show:waiting`. You hear from me either way."));

    public static Reply NoTimesLeft(Announcement announcement) => Reply.Private(
        $"**{Md.EscapeLine(announcement.Title)}** would never be posted: its repetition has no date left. Give it another time with **Edit**; nothing was scheduled.");

    private static IEnumerable<string> Quiet(Announcement announcement, QuietHours quiet, DateTimeOffset now)
    {
        var due = announcement.DueAt ?? now;
        if (announcement.Repeats is { } repeats)
        {
            var any = SeriesTimes.Coming(repeats, null, DateTimeOffset.MinValue, now).Take(Dates).Any(time => quiet.Wait(time) != time);
            return !any ? [] : announcement.IgnoresQuietHours
                ? [$"🌙 Quiet hours are {quiet.Words}; this one is posted in them all the same."]
                : [$"🌙 Quiet hours are {quiet.Words}: what is due in them waits until {quiet.End}."];
        }

        return quiet.Wait(due) is var wait && wait == due ? [] : announcement.IgnoresQuietHours
            ? [$"🌙 Quiet hours are {quiet.Words}; it is posted in them all the same."]
            : [$"🌙 Quiet hours are {quiet.Words}: it waits and goes out {Md.Moment(wait)}."];
    }
}
