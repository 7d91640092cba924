using NodaTime;

namespace Nexus.Bot.Features.Tips;

/// <summary>When tips are due, by the clocks of the server's time zone: 9:00 stays 9:00 across a clock change.</summary>
internal static class TipCalendar
{
    private const int DaysAhead = 15;

    /// <summary>Counts days, so that a day has one delivery.</summary>
    public static int OccurrenceOf(LocalDate day) => Period.DaysBetween(LocalDate.FromDateTime(DateTime.UnixEpoch), day);

    /// <summary>The coming times, soonest first.</summary>
    public static IEnumerable<(int Occurrence, DateTimeOffset Due)> After(DateTimeOffset now, TipDays days, LocalTime at, DateTimeZone zone)
    {
        var today = Instant.FromDateTimeOffset(now).InZone(zone).Date;
        for (var ahead = 0; ahead < DaysAhead; ahead++)
        {
            var day = today.PlusDays(ahead);
            // A time that a clock change skips moves forward by the gap; of one that comes twice the first counts.
            var due = (day + at).InZoneLeniently(zone).ToDateTimeOffset().ToUniversalTime();
            if (due > now && days.HasFlag(FlagOf(day.DayOfWeek)))
            {
                yield return (OccurrenceOf(day), due);
            }
        }
    }

    private static TipDays FlagOf(IsoDayOfWeek day) => (TipDays)(1 << ((int)day - 1));
}
