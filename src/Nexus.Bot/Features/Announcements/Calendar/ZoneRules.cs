using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.TimeZones;

namespace Nexus.Bot.Features.Announcements.Calendar;

/// <summary>
/// A time zone's clock changes as a calendar file carries them, one by one: the library guesses a yearly rule from the past, which is
/// wrong for zones whose changes follow no such rule (Ramadan) or have ended.
/// </summary>
internal static class ZoneRules
{
    private const int YearsAhead = 10;

    /// <summary>From a local time on until some years from now; after that the last change holds.</summary>
    public static VTimeZone Of(string zoneId, LocalDateTime from, Instant now)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var start = from.PlusYears(-1).InZoneLeniently(zone).ToInstant();
        var end = Instant.Max(now, start) + NodaTime.Duration.FromDays(366 * YearsAhead);
        var result = new VTimeZone(zoneId);
        Offset? before = null;
        foreach (var interval in zone.GetZoneIntervals(start, end))
        {
            // A change is written in the time that clocks showed before it; the first part is taken to have begun with the file.
            var shown = before ?? interval.WallOffset;
            var local = (before is null ? start : interval.Start).WithOffset(shown).LocalDateTime;
            result.Children.Add(Part(interval, shown, local));
            before = interval.WallOffset;
        }

        return result;
    }

    private static VTimeZoneInfo Part(ZoneInterval interval, Offset shown, LocalDateTime local) => new(interval.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT")
    {
        TimeZoneName = interval.Name,
        OffsetFrom = new UtcOffset(shown.ToTimeSpan()),
        OffsetTo = new UtcOffset(interval.WallOffset.ToTimeSpan()),
        Start = new CalDateTime(local.ToDateTimeUnspecified(), hasTime: true),
    };
}
