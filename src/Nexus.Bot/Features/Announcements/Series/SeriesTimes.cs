using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Times;
using NodaTime;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>When a recurring announcement goes out: the rule's times, each after the quiet hours it falls into.</summary>
internal static class SeriesTimes
{
    private const int AtOnce = 8;

    // Nothing waits longer than its quiet hours, and those are shorter than a day, but for a clock change.
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromHours(26);

    /// <summary>The quiet hours that hold for an announcement; null for none.</summary>
    public static QuietHours? QuietFor(Announcement announcement, GuildConfiguration configuration) =>
        announcement.IgnoresQuietHours ? null : QuietHours.Of(configuration);

    /// <summary>Rising, and endless unless the rule ends.</summary>
    /// <param name="handled">The rule's times up to this one have been dealt with.</param>
    /// <param name="after">Only what goes out later than this.</param>
    public static IEnumerable<DateTimeOffset> Coming(Recurrence repeats, QuietHours? quiet, DateTimeOffset handled, DateTimeOffset after) =>
        Days(repeats, quiet, handled, after).Select(time => time.DueAt);

    /// <summary>The same, each with the day it stands for.</summary>
    public static IEnumerable<SeriesTime> Days(Recurrence repeats, QuietHours? quiet, DateTimeOffset handled, DateTimeOffset after)
    {
        var from = quiet is null ? after : after - LongestQuiet;
        from = handled > from ? handled : from;
        var last = after;
        while (true)
        {
            var times = repeats.Next(Instant.FromDateTimeOffset(from), AtOnce);
            foreach (var time in times)
            {
                from = time.ToDateTimeOffset().ToUniversalTime();
                var due = quiet?.Wait(from) ?? from;

                // Two times that wait out the same quiet hours are one message.
                if (due > last)
                {
                    last = due;
                    yield return new SeriesTime(time.Date, due);
                }
            }

            if (times.Count < AtOnce)
            {
                yield break;
            }
        }
    }

    /// <summary>The next times an announcement goes out, as far as is known now; the one time of one that is posted once, past or not.</summary>
    public static IReadOnlyList<DateTimeOffset> Next(Announcement announcement, GuildConfiguration configuration, DateTimeOffset now, int many)
    {
        var quiet = QuietFor(announcement, configuration);
        var once = announcement.DueAt ?? now;
        return announcement.Repeats is { } repeats ? [.. Coming(repeats, quiet, DateTimeOffset.MinValue, now).Take(many)] : [quiet?.Wait(once) ?? once];
    }
}

/// <param name="Day">On the wall clock of the rule; the one to leave out.</param>
/// <param name="DueAt">When it goes out, quiet hours included.</param>
internal readonly record struct SeriesTime(LocalDate Day, DateTimeOffset DueAt);
