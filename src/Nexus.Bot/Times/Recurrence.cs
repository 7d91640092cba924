using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>
/// Something that comes again. The rule runs on the wall clock, and each of its times then becomes a moment of the zone by
/// <see cref="Zones.Moment"/>: so 09:00 stays 09:00 when the clocks change.
/// </summary>
/// <param name="Rule">An RFC 5545 RRULE of days or longer; UNTIL is a local time. A month without the day it names is left out.</param>
/// <param name="Start">The first time, on the wall clock.</param>
/// <param name="ZoneId">An IANA name, or an offset such as UTC+02.</param>
internal sealed record Recurrence(string Rule, LocalDateTime Start, string ZoneId)
{
    // Enough for the 29th of February; a rule that fits no day ends there.
    private static readonly EvaluationOptions Bounds = new() { MaxUnmatchedIncrementsLimit = 500 };

    /// <summary>Days left out (EXDATE).</summary>
    public IReadOnlyCollection<LocalDate> Skips { get; init; } = [];

    /// <summary>"every 2 weeks on Friday at 09:00, until 20 Dec 2026".</summary>
    public string Words => RecurrenceWords.Of(this);

    public DateTimeZone Zone => Zones.Named(ZoneId);

    public Recurrence Without(params IEnumerable<LocalDate> days) => this with { Skips = [.. Skips.Union(days).Order()] };

    /// <summary>Its next times after a moment, each later than the one before; fewer when it ends.</summary>
    public IReadOnlyList<ZonedDateTime> Next(Instant after, int many)
    {
        var zone = Zone;
        var next = new List<ZonedDateTime>();

        // A wall clock may have jumped by a day.
        foreach (var local in LocalTimes(after.InZone(zone).LocalDateTime.PlusDays(-2)))
        {
            if (next.Count == many)
            {
                break;
            }

            // Two local times can be one moment where the clock jumps.
            var moment = Zones.Moment(local, zone);
            if (moment.ToInstant() > after && (next.Count == 0 || moment.ToInstant() > next[^1].ToInstant()))
            {
                next.Add(moment);
            }
        }

        return next;
    }

    private IEnumerable<LocalDateTime> LocalTimes(LocalDateTime from)
    {
        var series = new CalendarEvent { DtStart = Floating(Start), RecurrenceRule = new RecurrenceRule(Rule) };
        foreach (var day in Skips)
        {
            series.ExceptionDates.Add(Floating(day + Start.TimeOfDay));
        }

        using var times = series.GetOccurrences(Floating(LocalDateTime.Max(from, Start)), Bounds).GetEnumerator();
        while (Moves(times))
        {
            yield return LocalDateTime.FromDateTime(times.Current.Period.StartTime.Value);
        }
    }

    // A rule that fits no day, or runs past the calendar, has no more times.
    private static bool Moves(IEnumerator<Occurrence> times)
    {
        try
        {
            return times.MoveNext();
        }
        catch (Exception error) when (error is EvaluationLimitExceededException or EvaluationOutOfRangeException)
        {
            return false;
        }
    }

    private static CalDateTime Floating(LocalDateTime local) => new(local.ToDateTimeUnspecified(), hasTime: true);
}
