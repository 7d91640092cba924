using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Times;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Announcements.Calendar;

/// <summary>
/// Entries as an iCalendar file (RFC 5545). A series keeps its wall time and its zone, whose rules go with it; what comes once is in UTC.
/// </summary>
internal static class CalendarFile
{
    /// <summary>How many times of a series are listed one by one, when its zone is none that calendars know.</summary>
    private const int MostListed = 20;

    private const int MostOctets = 75;
    private const string Fold = "\r\n ";
    private const string Utc = "UTC";
    private static readonly DateTimeOffset FirstVersion = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(Snowflake guild, string name, IEnumerable<CalendarEntry> entries, DateTimeOffset now)
    {
        var file = new Ical.Net.Calendar { ProductId = "-//Nexus//Calendar//EN", Method = "PUBLISH" };
        file.AddProperty("X-WR-CALNAME", name);
        foreach (var entry in entries.SelectMany(entry => Listed(entry, now)))
        {
            file.Events.Add(Event(guild, entry, now));
        }

        foreach (var series in entries.Select(entry => entry.Repeats).OfType<Recurrence>().Where(IsKnownZone).GroupBy(series => series.ZoneId))
        {
            file.AddTimeZone(ZoneRules.Of(series.Key, series.Min(it => it.Start), Instant.FromDateTimeOffset(now)));
        }

        return Encoding.UTF8.GetBytes(FoldedByOctets(new CalendarSerializer(file).SerializeToString() ?? ""));
    }

    // The library folds between the two halves of an emoji, which loses it; RFC 5545 counts octets, 75 a line.
    private static string FoldedByOctets(string text)
    {
        var result = new StringBuilder(text.Length + 64);
        var octets = 0;
        foreach (var rune in text.Replace(Fold, "", StringComparison.Ordinal).EnumerateRunes())
        {
            var isBreak = rune.Value is '\r' or '\n';
            if (!isBreak && octets + rune.Utf8SequenceLength > MostOctets)
            {
                result.Append(Fold);
                octets = 1;
            }

            result.Append(rune);
            octets = isBreak ? 0 : octets + rune.Utf8SequenceLength;
        }

        return result.ToString();
    }

    private static CalendarEvent Event(Snowflake guild, CalendarEntry entry, DateTimeOffset now)
    {
        var result = new CalendarEvent
        {
            Uid = $"{entry.Key}-{guild}@nexus",
            DtStamp = Moment(now),
            LastModified = Moment(now),
            // Of two files with one entry the later counts.
            Sequence = (int)(now - FirstVersion).TotalMinutes,
            DtStart = entry.Repeats is { } series ? Wall(series.Start, series.ZoneId) : Moment(entry.Start),
            Summary = entry.Title,
            Description = entry.Details,
            Location = entry.Place,
            Url = Uri.TryCreate(entry.Url, UriKind.Absolute, out var url) ? url : null,
        };
        if (entry.Length > TimeSpan.Zero)
        {
            result.Duration = Ical.Net.DataTypes.Duration.FromTimeSpanExact(entry.Length);
        }

        if (entry.Repeats is { } repeats)
        {
            result.RecurrenceRule = Rule(repeats);
            foreach (var day in repeats.Skips)
            {
                result.ExceptionDates.Add(Wall(day + repeats.Start.TimeOfDay, repeats.ZoneId));
            }
        }

        return result;
    }

    /// <summary>A series in a zone that calendars do not know, such as UTC+05:30, becomes its next times.</summary>
    private static IEnumerable<CalendarEntry> Listed(CalendarEntry entry, DateTimeOffset now) => entry.Repeats is { } series && !IsUtc(series) && !IsKnownZone(series)
        ? series.Next(Instant.FromDateTimeOffset(now), MostListed).Select(time => entry with
        {
            Key = $"{entry.Key}-{time.Date:uuuuMMdd}",
            Start = time.ToDateTimeOffset(),
            Repeats = null,
        })
        : [entry];

    // With a start that has a zone, RFC 5545 wants UNTIL in UTC; ours is on the wall clock.
    private static RecurrenceRule Rule(Recurrence series)
    {
        var rule = new RecurrenceRule(series.Rule);
        if (rule.Until is { } until)
        {
            rule.Until = Moment(Zones.Moment(LocalDateTime.FromDateTime(until.Value), series.Zone).ToDateTimeOffset());
        }

        return rule;
    }

    private static CalDateTime Wall(LocalDateTime local, string zone) => new(local.ToDateTimeUnspecified(), zone);

    private static CalDateTime Moment(DateTimeOffset instant) => new(instant.UtcDateTime, Utc);

    private static bool IsUtc(Recurrence series) => series.ZoneId == Utc;

    private static bool IsKnownZone(Recurrence series) => !IsUtc(series) && DateTimeZoneProviders.Tzdb.Ids.Contains(series.ZoneId);
}
