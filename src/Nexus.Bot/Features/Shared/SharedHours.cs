using System.Globalization;
using Nexus.Bot.Matching;
using Nexus.Bot.Times;
using NodaTime;
using NodaTime.Text;

namespace Nexus.Bot.Features.Shared;

/// <summary>When two people both have time, by the clocks of one week.</summary>
internal static class SharedHours
{
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM");

    /// <summary>The first day, by UTC, of the seven that begin tomorrow.</summary>
    public static LocalDate WeekToCome(DateTimeOffset now) => Instant.FromDateTimeOffset(now).InUtc().Date.PlusDays(1);

    /// <param name="first">Of seven days by UTC; the clocks may change within them.</param>
    public static WeekGrid Between(LocalWeek one, DateTimeZone onesZone, LocalWeek other, DateTimeZone othersZone, LocalDate first) =>
        WeekGrid.Of(one, onesZone, first) & WeekGrid.Of(other, othersZone, first);

    /// <summary>"Tue 24 Nov 18:00–21:00", one for each time, on the clock of a zone.</summary>
    public static IReadOnlyList<string> Words(WeekGrid shared, LocalDate first, DateTimeZone zone) =>
        [.. shared.Windows(first).Select(window => Words(window.Start.InZone(zone).LocalDateTime, window.End.InZone(zone).LocalDateTime, window.Duration))];

    /// <summary>"9 hours", "1 hour", "2.5 hours".</summary>
    public static string Count(double hours) => hours == 1 ? "1 hour" : string.Create(CultureInfo.InvariantCulture, $"{hours:0.#} hours");

    private static string Words(LocalDateTime start, LocalDateTime end, Duration length) =>
        $"{Date.Format(start.Date)} {TimeText.Clock(start.TimeOfDay)}–{(length < Duration.FromDays(1) ? "" : $"{Date.Format(end.Date)} ")}{TimeText.Clock(end.TimeOfDay)}";
}
