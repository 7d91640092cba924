using NodaTime;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>When the weekly digest is due: Mondays at 9:00 by the clocks of the server's time zone, across clock changes too.</summary>
internal static class DigestCalendar
{
    private static readonly LocalTime At = new(9, 0);

    /// <summary>The coming times, soonest first, without end.</summary>
    public static IEnumerable<DateTimeOffset> After(DateTimeOffset after, DateTimeZone zone)
    {
        for (var day = Instant.FromDateTimeOffset(after).InZone(zone).Date.PlusDays(-1).Next(IsoDayOfWeek.Monday); ; day = day.PlusWeeks(1))
        {
            // A time that a clock change skips moves forward by the gap; of one that comes twice the first counts.
            var due = (day + At).InZoneLeniently(zone).ToDateTimeOffset().ToUniversalTime();
            if (due > after)
            {
                yield return due;
            }
        }
    }

    /// <summary>The same time of day a week earlier.</summary>
    public static DateTimeOffset AWeekBefore(DateTimeOffset due, DateTimeZone zone) =>
        Instant.FromDateTimeOffset(due).InZone(zone).LocalDateTime.PlusWeeks(-1).InZoneLeniently(zone).ToDateTimeOffset().ToUniversalTime();
}
